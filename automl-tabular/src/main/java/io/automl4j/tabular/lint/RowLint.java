package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.validation.Fold;
import io.automl4j.tabular.validation.ValidationPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that are equal, contradict each other, or are alone in their class. */
final class RowLint {
    private RowLint() {}

    static List<DataWarning> inspect(Table table, Labels labels, Task task, ValidationPlan plan) {
        List<DataWarning> warnings = new ArrayList<>();
        long[] hashes = hashes(table);
        duplicates(hashes, plan, warnings);
        if (task.type().isClassification()) {
            conflicts(hashes, labels, warnings);
            rareClasses(labels, task, plan, warnings);
        }
        return warnings;
    }

    private static long[] hashes(Table table) {
        long[] hashes = new long[table.rows()];
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.schema().columns().get(i).role() == Role.FEATURE) {
                RowHashes.add(table.column(i), hashes);
            }
        }
        return hashes;
    }

    private static void duplicates(long[] hashes, ValidationPlan plan, List<DataWarning> warnings) {
        int across = 0;
        for (Fold fold : plan.folds()) {
            Set<Long> learned = new HashSet<>();
            for (int row : fold.train()) {
                learned.add(hashes[row]);
            }
            for (int row : fold.validation()) {
                across += learned.contains(hashes[row]) ? 1 : 0;
            }
        }
        if (across > 0) {
            warnings.add(new DataWarning(
                    DataWarning.Kind.DUPLICATE_ROWS,
                    "",
                    "%d validation rows equal a training row in every feature.".formatted(across),
                    "They were kept; the score may be too good. A group column keeps copies together."));
        }
    }

    private static void conflicts(long[] hashes, Labels labels, List<DataWarning> warnings) {
        Map<Long, Integer> first = new HashMap<>();
        int conflicts = 0;
        for (int row = 0; row < hashes.length; row++) {
            Integer other = first.putIfAbsent(hashes[row], row);
            conflicts += other != null && labels.target(other) != labels.target(row) ? 1 : 0;
        }
        if (conflicts > 0) {
            warnings.add(new DataWarning(
                    DataWarning.Kind.CONFLICTING_LABELS,
                    "",
                    "%d rows equal an earlier one in every feature, but have another class.".formatted(conflicts),
                    "They were kept; no model can predict them all."));
        }
    }

    private static void rareClasses(Labels labels, Task task, ValidationPlan plan, List<DataWarning> warnings) {
        int[] counts = new int[task.outputs()];
        for (int row = 0; row < labels.rows(); row++) {
            counts[labels.label(row)]++;
        }
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < plan.folds().size()) {
                warnings.add(new DataWarning(
                        DataWarning.Kind.RARE_CLASS,
                        task.target(),
                        "Class '%s' has %d rows, fewer than there are folds."
                                .formatted(task.classes().get(label), counts[label]),
                        "It was kept; where it is not in the training part it gets a small share."));
            }
        }
    }
}
