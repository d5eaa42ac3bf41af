package io.automl4j.tabular.conduct;

import io.automl4j.api.Shuffles;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import java.util.SplittableRandom;

/** Draws training rows: a share of them, or, where a learner knows no weights, in proportion to their weight. */
final class Resampling {
    private Resampling() {}

    /** A random share of the rows to train on; what is watched stays. */
    static FoldData share(FoldData data, double share, long seed) {
        int rows = data.train().rows();
        int kept = Math.max(1, (int) Math.ceil(share * rows));
        if (kept >= rows) {
            return data;
        }
        int[] chosen = Shuffles.some(rows, kept, new SplittableRandom(seed));
        return new FoldData(
                data.task(),
                data.train().select(chosen),
                data.labels().select(chosen),
                data.watch(),
                data.watchLabels());
    }

    static FoldData byWeight(FoldData data, long seed) {
        Labels labels = data.labels();
        if (!labels.isWeighted() || labels.totalWeight() == 0) {
            return data;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[labels.rows()];
        double step = labels.totalWeight() / drawn.length;
        // systematic resampling: one random offset, equal steps along the summed weights
        double position = random.nextDouble() * step;
        double sum = labels.weight(0);
        for (int i = 0, row = 0; i < drawn.length; i++, position += step) {
            while (sum <= position && row < drawn.length - 1) {
                sum += labels.weight(++row);
            }
            drawn[i] = row;
        }
        double[] targets = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            targets[i] = labels.target(drawn[i]);
        }
        return new FoldData(
                data.task(), data.train().select(drawn), Labels.of(targets), data.watch(), data.watchLabels());
    }
}
