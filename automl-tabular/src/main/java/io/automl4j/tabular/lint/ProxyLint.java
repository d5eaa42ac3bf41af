package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Columns that give the target away. They are kept: some are simply good, and only the user can tell. */
final class ProxyLint {
    private static final int LEAST_ROWS = 50;
    private static final int GLANCE_ROWS = 800;
    private static final int LOOK_ROWS = 20_000;
    private static final double SUSPICIOUS = 0.98;
    private static final double PERFECT_CLASSES = 0.999;
    private static final double PERFECT_NUMBERS = 0.9999;

    private final Task task;
    private final Labels labels;
    private final ProxyProbe glance;
    private final SplittableRandom random;

    ProxyLint(Task task, Labels labels, long seed) {
        this.task = task;
        this.labels = labels;
        this.random = new SplittableRandom(seed);
        this.glance = ProxyProbe.of(task, labels, GLANCE_ROWS, random);
    }

    Optional<DataWarning> inspect(ColumnSchema described, Column column) {
        // most columns are cleared by a few rows
        if (labels.rows() < LEAST_ROWS || glance.score(column) < SUSPICIOUS) {
            return Optional.empty();
        }
        double score = ProxyProbe.of(task, labels, LOOK_ROWS, random.split()).score(column);
        boolean classes = task.type().isClassification();
        if (score < (classes ? PERFECT_CLASSES : PERFECT_NUMBERS)) {
            return Optional.empty();
        }
        return Optional.of(new DataWarning(
                DataWarning.Kind.PROXY,
                described.name(),
                String.format(
                        Locale.ROOT,
                        "it predicts '%s' almost perfectly by itself (%s %.5f).",
                        task.target(),
                        classes ? "mean recall" : "R² of ranks",
                        score),
                "It is kept; ignore it if it is not known when predicting."));
    }
}
