package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;

/**
 * Temperature scaling (Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017): one number by
 * which probabilities are made bolder or more careful, so that the log loss on rows that their models did not see is least.
 * The mean of many models is too careful, as each of them errs elsewhere.
 */
public final class Temperature {
    private static final double LOWEST = 0.25;
    private static final double HIGHEST = 4;
    private static final int STEPS = 20;
    private static final double CLOSE = 1e-6;
    private static final double TINY = 1e-15;
    private static final int ROWS = 20_000;

    /** What Akaike's criterion (1974) asks of one more parameter. */
    private static final double OF_CHANCE = 1;

    private Temperature() {}

    /**
     * The temperature that suits predictions best.
     *
     * @param predictions probabilities of classes
     * @param labels the classes and weights of their rows
     * @return between 0.25 and 4; 1 if another one is no better than chance makes it
     */
    public static double of(Predictions predictions, Labels labels) {
        int[] rows = StratifiedRows.draw(labels, ROWS);
        Predictions some = predictions.select(rows);
        Labels their = labels.select(rows);
        double power = 1;
        double asTheyAre = Slope.at(some, their, 1).loss();
        for (int step = 0; step < STEPS; step++) {
            // Newton's method: the loss is convex in the inverse of the temperature
            Slope slope = Slope.at(some, their, power);
            double next = Math.min(1 / LOWEST, Math.max(1 / HIGHEST, power - slope.first() / slope.second()));
            boolean there = Math.abs(next - power) < CLOSE;
            power = next;
            if (there) {
                break;
            }
        }
        boolean better = asTheyAre - Slope.at(some, their, power).loss() > OF_CHANCE;
        return better ? 1 / power : 1;
    }

    /** The sum of the log losses of all rows, in which weights have the mean 1, and its derivatives by the power. */
    private record Slope(double loss, double first, double second) {

        static Slope at(Predictions predictions, Labels labels, double power) {
            double loss = 0;
            double first = 0;
            double second = TINY;
            double unit = predictions.rows() / labels.totalWeight();
            double[] logs = new double[predictions.outputs()];
            for (int row = 0; row < predictions.rows(); row++) {
                double sum = 0;
                double mean = 0;
                double square = 0;
                for (int output = 0; output < logs.length; output++) {
                    logs[output] = Math.log(Math.max(TINY, predictions.get(row, output)));
                    double share = Math.exp(power * logs[output]);
                    sum += share;
                    mean += share * logs[output];
                    square += share * logs[output] * logs[output];
                }
                mean /= sum;
                double weight = unit * labels.weight(row);
                double truth = logs[labels.label(row)];
                loss += weight * (Math.log(sum) - power * truth);
                first += weight * (mean - truth);
                second += weight * (square / sum - mean * mean);
            }
            return new Slope(loss, first, second);
        }
    }

    /**
     * Probabilities at a temperature.
     *
     * @param predictions probabilities of classes
     * @param temperature 1 leaves them as they are, more makes them more even
     * @return the powers of the inverse, divided by their sum
     */
    public static Predictions scaled(Predictions predictions, double temperature) {
        if (temperature == 1) {
            return predictions;
        }
        float[] values = predictions.toArray();
        int outputs = predictions.outputs();
        for (int row = 0; row < predictions.rows(); row++) {
            double sum = 0;
            for (int output = 0; output < outputs; output++) {
                sum += StrictMath.pow(predictions.get(row, output), 1 / temperature);
            }
            for (int output = 0; output < outputs; output++) {
                values[row * outputs + output] =
                        (float) (StrictMath.pow(predictions.get(row, output), 1 / temperature) / sum);
            }
        }
        return Predictions.of(values, outputs);
    }
}
