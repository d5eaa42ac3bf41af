package io.automl4j.benchmarks.measure;

import io.automl4j.api.metric.Metrics;

/** A score on a scale that tables share: 0 is the prior, 1 the reference; in [−1, 2]. */
public final class NormalisedScore {
    private static final double LOWEST = -1;
    private static final double HIGHEST = 2;

    private NormalisedScore() {}

    /**
     * The loss of a score: 1 − AUC, log loss, RMSE.
     *
     * @param metric the name of the metric
     * @param score its value
     * @return lower is better
     */
    public static double loss(String metric, double score) {
        return Metrics.byName(metric).toLoss(score);
    }

    /**
     * Where a loss lies between that of the prior and that of the reference.
     *
     * @param loss the loss
     * @param prior what the prior loses
     * @param reference what the reference loses
     * @return 0 for the prior, 1 for the reference; NaN if the reference is no better than the prior
     */
    public static double of(double loss, double prior, double reference) {
        double scale = prior - reference;
        if (!(scale > 0)) {
            return Double.NaN;
        }
        return Math.max(LOWEST, Math.min(HIGHEST, (prior - loss) / scale));
    }
}
