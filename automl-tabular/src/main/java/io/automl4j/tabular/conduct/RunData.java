package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.tabular.validation.ValidationPlan;
import java.util.List;

/**
 * What a run learns from.
 *
 * @param task what is to be predicted
 * @param table rows with a target; columns that must not be used are ignored by role
 * @param labels targets and weights of these rows
 * @param plan how trials are validated
 * @param metric what is optimised
 * @param shape the size of the task
 */
public record RunData(Task task, Table table, Labels labels, ValidationPlan plan, Metric metric, TaskShape shape) {

    /** The same rows, labels and folds without a column to learn from. */
    RunData withoutFeatures() {
        List<ColumnSchema> ignored = table.schema().columns().stream()
                .map(column -> column.role() == Role.FEATURE ? column.withRole(Role.IGNORED) : column)
                .toList();
        Table bare = Table.of(table.schema().withColumns(ignored), table.columns());
        return new RunData(task, bare, labels, plan, metric, shape);
    }
}
