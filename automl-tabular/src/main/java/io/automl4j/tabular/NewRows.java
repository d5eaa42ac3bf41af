package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.parse.Conform;
import io.automl4j.tabular.validation.Fold;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.Targets;
import io.automl4j.tabular.validation.TaskInference;
import io.automl4j.tabular.validation.ValidationPlan;
import io.automl4j.tabular.validation.ValidationPlanner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New rows for a model, in the columns that it reads: some to learn from, which have folds of their own, and some that are
 * kept apart.
 *
 * @param all all rows with a target
 * @param learned those to learn from, with the columns that the model reads
 * @param labels their targets
 * @param plan their folds
 * @param kept the others
 * @param keptLabels their targets
 */
record NewRows(LabelledTable all, Table learned, Labels labels, ValidationPlan plan, Table kept, Labels keptLabels) {
    private static final int FEWEST = 50;
    private static final double KEPT = 0.25;
    private static final int FOLDS = 5;

    /**
     * Divides new rows.
     *
     * @param model the model that is to learn them
     * @param table the rows
     * @param seed the seed of the division
     * @throws DataException if a column or the target is not there, a class is new, or there are too few rows
     */
    static NewRows of(AutoModel model, Table table, long seed) {
        Task task = model.task();
        Table described = described(model, table);
        if (!task.type().isClassification()) {
            TaskInference.infer(described, Optional.of(TaskType.REGRESSION));
        }
        LabelledTable labelled = Targets.of(described, task, Map.of());
        int rows = labelled.labels().rows();
        if (rows < FEWEST) {
            throw new DataException("%d new rows have a target, but an update needs %d.%nMaybe wait for more rows."
                    .formatted(rows, FEWEST));
        }
        Table columns = Conform.table(labelled.table(), model.requiredColumns());
        Fold apart = ValidationPlanner.plan(labelled, task, Validation.holdOut(KEPT), seed)
                .folds()
                .get(0);
        LabelledTable some = new LabelledTable(
                labelled.table().select(apart.train()), labelled.labels().select(apart.train()), List.of());
        return new NewRows(
                labelled,
                columns.select(apart.train()),
                some.labels(),
                ValidationPlanner.plan(some, task, Validation.folds(FOLDS), seed),
                columns.select(apart.validation()),
                labelled.labels().select(apart.validation()));
    }

    /** The rows with the roles that their columns had in training; others are of no use. */
    private static Table described(AutoModel model, Table table) {
        Map<String, Role> roles = new HashMap<>();
        model.schema().columns().forEach(column -> roles.put(column.name(), column.role()));
        // folds of the training table say nothing of new rows
        roles.values().removeIf(role -> role == Role.FOLD);
        String target = model.task().target();
        Schema schema = table.schema();
        List<String> names = schema.columns().stream().map(ColumnSchema::name).toList();
        if (!names.contains(target)) {
            throw new DataException(
                    "The new rows have no column '%s', which is the target.%nMaybe it is written differently among: %s"
                            .formatted(target, names.stream().limit(20).toList()));
        }
        return Table.of(
                schema.withColumns(schema.columns().stream()
                        .map(column -> column.withRole(
                                column.name().equals(target)
                                        ? Role.TARGET
                                        : roles.getOrDefault(column.name(), Role.IGNORED)))
                        .toList()),
                table.columns());
    }
}
