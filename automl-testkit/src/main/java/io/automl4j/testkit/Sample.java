package io.automl4j.testkit;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with what is to be learned from it.
 *
 * @param table features and, in the role of target, the labels as texts or numbers
 * @param task what is predicted
 * @param labels targets and weights of the rows
 */
public record Sample(Table table, Task task, Labels labels) {

    /** Checks the numbers of rows. */
    public Sample {
        requireNonNull(task, "task");
        Checks.argument(table.rows() == labels.rows(), "%d rows, but %d labels.", table.rows(), labels.rows());
    }

    /**
     * Some rows, in the given order.
     *
     * @param rows row numbers, from 0; repetitions are allowed
     * @return a sample of {@code rows.length} rows
     */
    public Sample select(int... rows) {
        return new Sample(table.select(rows), task, labels.select(rows));
    }

    /**
     * Rows next to each other.
     *
     * @param from the first row, from 0
     * @param to the row after the last one
     * @return a sample of {@code to - from} rows
     */
    public Sample slice(int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return select(rows);
    }

    /**
     * The same rows with other labels.
     *
     * @param others targets and weights
     * @return a sample whose target column still shows the old ones
     */
    public Sample withLabels(Labels others) {
        return new Sample(table, task, others);
    }

    /**
     * The same rows with a further feature.
     *
     * @param name its name
     * @param kind its kind
     * @param column its cells
     * @return a sample of one column more
     */
    public Sample withFeature(String name, ColumnKind kind, Column column) {
        List<ColumnSchema> schemas = new ArrayList<>(table.schema().columns());
        List<Column> columns = new ArrayList<>(table.columns());
        schemas.add(ColumnSchema.of(name, kind));
        columns.add(column);
        return new Sample(Table.of(table.schema().withColumns(schemas), columns), task, labels);
    }

    /**
     * The same rows with other cells in a column.
     *
     * @param name the column
     * @param column its new cells
     * @return a changed sample
     */
    public Sample withCells(String name, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(table.schema().requireIndex(name), column);
        return new Sample(Table.of(table.schema(), columns), task, labels);
    }

    /**
     * The same rows without a single known feature.
     *
     * @return a sample whose features are missing throughout
     */
    public Sample withoutCells() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            boolean feature = described.role() == Role.FEATURE;
            columns.add(feature ? SyntheticTables.missing(described.kind(), table.rows()) : table.column(i));
        }
        return new Sample(Table.of(table.schema(), columns), task, labels);
    }

    /**
     * The size of the task.
     *
     * @return the shape of all features
     */
    public TaskShape shape() {
        return TaskShape.of(table, task);
    }
}
