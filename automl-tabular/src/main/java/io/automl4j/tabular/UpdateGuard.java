package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.UpdateRefusedException;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.model.predictor.PriorModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Compares two models on rows that neither has learned. How far chance moves the difference of their losses is told by the
 * paired bootstrap (Efron and Tibshirani 1993, chapter 8): both are scored on the same rows, drawn with replacement.
 *
 * @param metric what is compared
 * @param truth the targets of the rows
 * @param seed of the draws
 */
record UpdateGuard(Metric metric, Labels truth, long seed) {
    private static final int DRAWS = 400;
    /** So many standard errors better than always the same answer an update must be. */
    private static final double BETTER = 2;

    /** How much larger the loss of one is than that of another, and by how much chance moves that. */
    private record Difference(double value, double error) {}

    /**
     * Lets an update pass that is no worse than the model as it was, and clearly better than one that predicts the same for every
     * row.
     *
     * @param before what the model as it was predicts
     * @param after what the updated one predicts
     * @param constant the same for every row
     * @throws UpdateRefusedException if it does not pass
     * @throws DataException if the metric is not defined on these rows
     */
    void check(Predictions before, Predictions after, Predictions constant) {
        double old = metric.score(truth, before);
        double updated = metric.score(truth, after);
        if (Double.isNaN(old) || Double.isNaN(updated)) {
            throw new DataException(
                    "The metric '%s' is not defined on the %d new rows kept apart.%nMaybe give more rows."
                            .formatted(metric.name(), truth.rows()));
        }
        double[] drawn = drawn(after);
        Difference toOld = difference(after, drawn, before);
        if (toOld.value() > 0) {
            throw refused(
                    old,
                    updated,
                    toOld,
                    "Maybe the new rows are too few, or are of another kind; a new model can be fitted with them.");
        }
        Difference toConstant = difference(after, drawn, constant);
        if (!(toConstant.value() < -BETTER * toConstant.error())) {
            throw refused(
                    old,
                    updated,
                    toConstant,
                    "It is not clearly better than the same answer for every row. Maybe the targets of the new rows are wrong.");
        }
    }

    private UpdateRefusedException refused(double old, double updated, Difference difference, String why) {
        return new UpdateRefusedException(
                String.format(
                        Locale.ROOT,
                        "The update was refused: on %d new rows kept apart it has %s %.6g, the model as it was %.6g (standard error of the difference %.4f).%n%s",
                        truth.rows(),
                        metric.name(),
                        updated,
                        old,
                        difference.error(),
                        why),
                old,
                updated);
    }

    /** The losses on rows that are drawn with replacement, for all predictions the same. */
    private double[] drawn(Predictions predictions) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] losses = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int[] rows = random.ints(truth.rows(), 0, truth.rows()).toArray();
            losses[i] = metric.loss(truth.select(rows), predictions.select(rows));
        }
        return losses;
    }

    private Difference difference(Predictions one, double[] ofOne, Predictions other) {
        double[] ofOther = drawn(other);
        // a draw may have one class only
        double[] defined = IntStream.range(0, DRAWS)
                .mapToDouble(i -> ofOne[i] - ofOther[i])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = Arrays.stream(defined).average().orElse(0);
        double variance = Arrays.stream(defined)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return new Difference(metric.loss(truth, one) - metric.loss(truth, other), Math.sqrt(variance));
    }

    /** The same for every row: the shares of the classes among the learned rows, their mean, or their quantiles. */
    static Predictions constant(Task task, Labels learned, int rows) {
        int outputs = task.outputs();
        float[] prior = PriorModel.of(learned, task).values();
        float[] values = new float[rows * outputs];
        for (int i = 0; i < values.length; i++) {
            values[i] = prior[i % outputs];
        }
        return Predictions.of(values, outputs);
    }
}
