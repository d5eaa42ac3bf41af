package io.automl4j.tabular.validation;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A part of a table with the same shares of classes, or of quantiles of the target. */
public final class RowSample {
    private RowSample() {}

    /**
     * At most so many rows.
     *
     * @param table the table, with a target
     * @param type the type of its task
     * @param most how many rows
     * @param seed the seed of the choice
     * @return the table itself if it has no more rows
     * @throws io.automl4j.api.DataException if the target cannot be learned
     */
    public static Table of(Table table, TaskType type, int most, long seed) {
        if (table.rows() <= most) {
            return table;
        }
        Task task = TaskInference.infer(table, Optional.of(type));
        LabelledTable labelled = Targets.of(table, task, Map.of());
        double share = Math.min(1, most / (double) labelled.labels().rows());
        int[] part = new StratifiedParts(task, labelled.labels()).holdOut(share, new SplittableRandom(seed));
        return labelled.table().select(RowSets.where(part.length, row -> part[row] == 0));
    }
}
