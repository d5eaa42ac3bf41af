package io.automl4j.ensemble;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds which class probabilities should stand for where a metric judges classes: the most probable one is best for accuracy
 * alone. For two classes it is a threshold; for more the weight of a class is a power of its share (Menon and others, "Long-tail
 * Learning via Logit Adjustment", 2021), since a weight of each would fit chance.
 */
public final class Decisions {
    /** For accuracy the most probable class is best; precision and recall are best where all rows, or none, have the same class. */
    private static final List<Metric> METRICS = List.of(
            Metrics.BALANCED_ACCURACY,
            Metrics.F1,
            Metrics.F1_MACRO,
            Metrics.F1_WEIGHTED,
            Metrics.MCC,
            Metrics.COHENS_KAPPA);

    private static final int ROWS = 5_000;
    private static final int THRESHOLDS = 60;
    private static final double LAST_POWER = 1.5;
    private static final int POWERS = 12;
    private static final long SEED = 1;

    private Decisions() {}

    /**
     * Whether it can be chosen for a metric what probabilities stand for.
     *
     * @param metric a metric
     * @return true for those of this library that judge classes, except accuracy, precision and recall
     */
    public static boolean matterFor(Metric metric) {
        return METRICS.stream().anyMatch(known -> known.name().equals(metric.name()));
    }

    /**
     * The decision that is best in a metric.
     *
     * @param metric a metric for which decisions matter
     * @param predictions probabilities of classes, of rows that their models did not see
     * @param labels the classes and weights of the rows
     * @return the decision; the most probable class where no other is better on rows that it was not chosen on
     */
    public static Decision of(Metric metric, Predictions predictions, Labels labels) {
        int[] rows = new StratifiedRows(labels).draw(ROWS);
        Rows all = new Rows(metric, predictions.select(rows), labels.select(rows));
        int[] half = new StratifiedRows(all.labels).random(rows.length, new SplittableRandom(SEED));
        Rows left = all.select(half);
        Rows right = all.select(others(half, rows.length));
        double gain = right.gain(left.best()) + left.gain(right.best());
        return gain > 0 ? all.best() : Decision.MOST_PROBABLE;
    }

    private static int[] others(int[] some, int rows) {
        return IntStream.range(0, rows)
                .filter(row -> Arrays.binarySearch(some, row) < 0)
                .toArray();
    }

    /** Rows on which decisions are compared. */
    private record Rows(Metric metric, Predictions predictions, Labels labels) {
        Rows select(int[] rows) {
            return new Rows(metric, predictions.select(rows), labels.select(rows));
        }

        private double loss(Decision decision) {
            return metric.loss(labels, decision.applied(predictions));
        }

        /** How much better a decision is than the most probable class; 0 where the metric is not defined. */
        double gain(Decision decision) {
            double gain = loss(Decision.MOST_PROBABLE) - loss(decision);
            return Double.isNaN(gain) ? 0 : gain;
        }

        Decision best() {
            List<Decision> candidates = candidates();
            double[] losses = candidates.stream().mapToDouble(this::loss).toArray();
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < losses.length; i++) {
                double smooth = smooth(losses, i);
                if (smooth < least) {
                    least = smooth;
                    best = i;
                }
            }
            return best < 0 ? Decision.MOST_PROBABLE : candidates.get(best);
        }

        /** The mean of neighbours: a lone peak is chance. */
        private static double smooth(double[] losses, int at) {
            return IntStream.rangeClosed(Math.max(0, at - 2), Math.min(losses.length - 1, at + 2))
                    .mapToDouble(i -> losses[i])
                    .average()
                    .orElse(Double.NaN);
        }

        /** None of rows that do not count. */
        private List<Decision> candidates() {
            if (labels.totalWeight() == 0) {
                return List.of();
            }
            return predictions.outputs() == 2 ? thresholds() : powers();
        }

        private List<Decision> thresholds() {
            double[] sorted = IntStream.range(0, predictions.rows())
                    .mapToDouble(row -> predictions.get(row, 1))
                    .sorted()
                    .distinct()
                    .toArray();
            List<Decision> thresholds = new ArrayList<>();
            int steps = Math.min(THRESHOLDS, sorted.length - 1);
            for (int i = 0; i < steps; i++) {
                int at = (int) ((long) i * (sorted.length - 1) / steps);
                double between = (sorted[at] + sorted[at + 1]) / 2;
                if (between > 0 && between < 1) {
                    thresholds.add(Decision.threshold(between));
                }
            }
            return thresholds;
        }

        private List<Decision> powers() {
            double[] shares = new double[predictions.outputs()];
            for (int row = 0; row < labels.rows(); row++) {
                shares[labels.label(row)] += labels.weight(row) / labels.totalWeight();
            }
            List<Decision> weighted = new ArrayList<>();
            for (int i = 0; i <= POWERS; i++) {
                double power = LAST_POWER * i / POWERS;
                weighted.add(new Decision.Weighted(Arrays.stream(shares)
                        .mapToObj(share -> share == 0 ? 1 : Math.pow(share, -power))
                        .toList()));
            }
            return weighted;
        }
    }
}
