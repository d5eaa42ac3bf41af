package io.automl4j.api.metric;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.function.DoubleBinaryOperator;

/** Metrics of regression. */
final class Deviations {
    /** Keeps a relative error finite where the target is 0. */
    private static final double TINY = Math.ulp(1.0);

    private Deviations() {}

    /** The weighted mean of a function of target and prediction. */
    static double mean(Labels truth, Predictions predictions, DoubleBinaryOperator error) {
        return mean(truth, predictions, 0, error);
    }

    private static double mean(Labels truth, Predictions predictions, int output, DoubleBinaryOperator error) {
        double sum = 0;
        for (int row = 0; row < truth.rows(); row++) {
            sum += truth.weight(row) * error.applyAsDouble(truth.target(row), predictions.get(row, output));
        }
        return sum / truth.totalWeight();
    }

    static double rmse(Labels truth, Predictions predictions) {
        return Math.sqrt(mean(truth, predictions, Deviations::squared));
    }

    static double mae(Labels truth, Predictions predictions) {
        return mean(truth, predictions, (y, f) -> Math.abs(y - f));
    }

    static double r2(Labels truth, Predictions predictions) {
        double centre = mean(truth, predictions, (y, f) -> y);
        double variance = mean(truth, predictions, (y, f) -> squared(y, centre));
        return variance == 0 ? Double.NaN : 1 - mean(truth, predictions, Deviations::squared) / variance;
    }

    static double mape(Labels truth, Predictions predictions) {
        return mean(truth, predictions, (y, f) -> Math.abs(y - f) / Math.max(TINY, Math.abs(y)));
    }

    static double smape(Labels truth, Predictions predictions) {
        return mean(truth, predictions, (y, f) -> y == f ? 0 : 2 * Math.abs(y - f) / (Math.abs(y) + Math.abs(f)));
    }

    /** Negative targets have no logarithm here (NaN); a negative prediction counts as 0. */
    static double rmsle(Labels truth, Predictions predictions) {
        return Math.sqrt(mean(
                truth, predictions, (y, f) -> y < 0 ? Double.NaN : squared(Math.log1p(y), Math.log1p(Math.max(0, f)))));
    }

    /** The mean over the quantiles, each of which has an output. */
    static double pinball(Labels truth, Predictions predictions, double... quantiles) {
        double sum = 0;
        for (int output = 0; output < quantiles.length; output++) {
            double quantile = quantiles[output];
            sum += mean(truth, predictions, output, (y, f) -> y >= f ? quantile * (y - f) : (1 - quantile) * (f - y));
        }
        return sum / quantiles.length;
    }

    /** The median of the absolute errors; the middle of two where the weights are split in halves. */
    static double medianAbsoluteError(Labels truth, Predictions predictions) {
        float[] errors = new float[truth.rows()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = (float) Math.abs(truth.target(row) - predictions.get(row, 0));
        }
        int[] rows = RankedRows.sort(errors);
        double half = truth.totalWeight() / 2;
        double below = 0;
        double lower = Double.NaN;
        for (int place = 0; place < rows.length; place++) {
            double weight = truth.weight(rows[place]);
            if (!Double.isNaN(lower) && weight > 0) {
                return (lower + errors[place]) / 2;
            }
            below += weight;
            if (below > half) {
                return errors[place];
            }
            lower = below == half && weight > 0 ? errors[place] : lower;
        }
        return Double.NaN;
    }

    private static double squared(double a, double b) {
        return (a - b) * (a - b);
    }
}
