package io.automl4j.tabular.conduct;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;

/** Measures the size of a task. */
public final class Shapes {
    private Shapes() {}

    /**
     * The size of a task.
     *
     * @param table the training rows
     * @param task what is predicted
     * @return its shape
     */
    public static TaskShape of(Table table, Task task) {
        int[] kinds = new int[3];
        int maxLevels = 0;
        boolean missing = false;
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            if (described.role() != Role.FEATURE || described.kind() == ColumnKind.ID) {
                continue;
            }
            Column column = table.column(i);
            int group = group(described.kind());
            kinds[group]++;
            missing |= column.missing() > 0;
            if (group == 1 && column instanceof StringColumn texts) {
                maxLevels = Math.max(maxLevels, texts.levels().size());
            }
        }
        return new TaskShape(
                task.type(), table.rows(), task.outputs(), kinds[0], kinds[1], kinds[2], maxLevels, missing);
    }

    private static int group(ColumnKind kind) {
        return switch (kind) {
            case CATEGORICAL -> 1;
            case TEXT -> 2;
            default -> 0;
        };
    }
}
