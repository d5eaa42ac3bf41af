package io.automl4j.api.task;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;

/**
 * The size of a task, from which learners choose their spaces, starts and costs.
 *
 * @param type the type of the task
 * @param rows rows of the training table
 * @param outputs values predicted for a row
 * @param numeric numeric, boolean and datetime features
 * @param categorical categorical features
 * @param text text features
 * @param maxLevels the largest number of levels of a categorical feature, 0 without any
 * @param missing whether a feature has missing cells
 */
public record TaskShape(
        TaskType type, int rows, int outputs, int numeric, int categorical, int text, int maxLevels, boolean missing) {

    /**
     * Measures a training table.
     *
     * @param table the training rows; columns of other roles than feature, and identifiers, do not count
     * @param task what is predicted
     * @return the size of the task
     */
    public static TaskShape of(Table table, Task task) {
        int numeric = 0;
        int categorical = 0;
        int text = 0;
        int maxLevels = 0;
        boolean missing = false;
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            if (described.role() != Role.FEATURE || described.kind() == ColumnKind.ID) {
                continue;
            }
            Column column = table.column(i);
            missing |= column.missing() > 0;
            switch (described.kind()) {
                case CATEGORICAL -> {
                    categorical++;
                    maxLevels = Math.max(maxLevels, levels(column));
                }
                case TEXT -> text++;
                default -> numeric++;
            }
        }
        return new TaskShape(task.type(), table.rows(), task.outputs(), numeric, categorical, text, maxLevels, missing);
    }

    private static int levels(Column column) {
        return column instanceof StringColumn texts ? texts.levels().size() : 0;
    }

    /**
     * The number of features of the table.
     *
     * @return numeric, categorical and text features together
     */
    public int features() {
        return numeric + categorical + text;
    }
}
