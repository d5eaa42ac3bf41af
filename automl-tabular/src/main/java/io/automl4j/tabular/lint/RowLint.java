package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.validation.ValidationPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows with equal features: on both sides of a split, or with different classes. */
final class RowLint {
    private final int[] twins;
    private final int groups;

    RowLint(long[] rowHashes) {
        long[] distinct = Arrays.stream(rowHashes).sorted().distinct().toArray();
        twins = Arrays.stream(rowHashes)
                .mapToInt(hash -> Arrays.binarySearch(distinct, hash))
                .toArray();
        groups = distinct.length;
    }

    List<DataWarning> inspect(Task task, Labels labels, ValidationPlan plan) {
        List<DataWarning> warnings = new ArrayList<>();
        if (groups == twins.length) {
            return warnings;
        }
        int split = rowsOfMixed(firstFold(plan));
        if (split > 0) {
            warnings.add(
                    new DataWarning(
                            DataWarning.Kind.DUPLICATE_ROWS,
                            "",
                            "%d rows equal another row in every feature, and %d of them have their like in another fold."
                                    .formatted(repeated(), split),
                            "They are kept, and scores may be too good; a column of role GROUP (--group) would keep them together."));
        }
        int conflicting = task.type().isClassification() ? rowsOfMixed(classes(labels)) : 0;
        if (conflicting > 0) {
            warnings.add(new DataWarning(
                    DataWarning.Kind.CONFLICTING_LABELS,
                    task.target(),
                    "%d rows equal another row in every feature, but not in the class.".formatted(conflicting),
                    "They are kept: no model can be right about all of them."));
        }
        return warnings;
    }

    private static int[] firstFold(ValidationPlan plan) {
        int[] fold = new int[plan.rows()];
        Arrays.fill(fold, -1);
        for (int k = plan.folds().size() - 1; k >= 0; k--) {
            for (int row : plan.folds().get(k).validation()) {
                fold[row] = k;
            }
        }
        return fold;
    }

    private static int[] classes(Labels labels) {
        int[] classes = new int[labels.rows()];
        Arrays.setAll(classes, labels::label);
        return classes;
    }

    private int repeated() {
        int[] sizes = new int[groups];
        for (int group : twins) {
            sizes[group]++;
        }
        return Arrays.stream(sizes).filter(size -> size > 1).sum();
    }

    /** Rows in groups whose members differ in something. */
    private int rowsOfMixed(int[] value) {
        int[] sizes = new int[groups];
        int[] first = new int[groups];
        boolean[] mixed = new boolean[groups];
        for (int row = 0; row < twins.length; row++) {
            int group = twins[row];
            if (sizes[group]++ == 0) {
                first[group] = value[row];
            }
            mixed[group] |= first[group] != value[row];
        }
        int rows = 0;
        for (int group = 0; group < groups; group++) {
            rows += mixed[group] ? sizes[group] : 0;
        }
        return rows;
    }
}
