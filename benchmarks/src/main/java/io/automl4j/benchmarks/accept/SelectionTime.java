package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.GreedySelection;
import io.automl4j.ensemble.SelectionParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How long it takes to select an ensemble from 500 candidates of 100,000 rows and 2 classes; the search within it sees parts of the
 * rows, see {@link GreedySelection}.
 */
final class SelectionTime {
    private static final int CANDIDATES = 500;
    private static final int ROWS = 100_000;
    private static final double MOST_SECONDS = 2;
    private static final int REPEATS = 3;

    private SelectionTime() {}

    /** The medians of three times. */
    static List<Figure> figures() {
        SplittableRandom random = new SplittableRandom(1);
        double[] truth = new double[ROWS];
        float[] logits = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            logits[row] = (float) (4 * random.nextDouble() - 2);
            truth[row] = random.nextDouble() < 1 / (1 + Math.exp(-logits[row])) ? 1 : 0;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int id = 0; id < CANDIDATES; id++) {
            double noise = 0.2 + 2 * random.nextDouble();
            float[] values = new float[2 * ROWS];
            for (int row = 0; row < ROWS; row++) {
                double logit = logits[row] + noise * (random.nextDouble() - 0.5);
                values[2 * row + 1] = (float) (1 / (1 + Math.exp(-logit)));
                values[2 * row] = 1 - values[2 * row + 1];
            }
            candidates.add(new Candidate(id, "family " + id % 5, Predictions.of(values, 2), 1));
        }
        Labels labels = Labels.of(truth);
        return Stream.of(Metrics.LOG_LOSS, Metrics.ROC_AUC)
                .map(metric -> figure(metric, candidates, labels))
                .toList();
    }

    private static Figure figure(Metric metric, List<Candidate> candidates, Labels labels) {
        double[] seconds = new double[REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long started = NanoClock.SYSTEM.nanos();
            GreedySelection.select(candidates, labels, metric, SelectionParams.defaults());
            seconds[repeat] = NanoClock.SYSTEM.since(started).toNanos() / 1e9;
        }
        Arrays.sort(seconds);
        return Figure.atMost(
                "an ensemble of 500 candidates, 100,000 rows, by " + metric.name(),
                MOST_SECONDS,
                seconds[REPEATS / 2],
                "s");
    }
}
