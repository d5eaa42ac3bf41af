package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;

/**
 * The logarithms of predicted probabilities, and how probable classes are once these are scaled. The log loss is convex in the
 * parameters of a {@link ScalingForm}, so Newton's method finds the least.
 *
 * @param logs {@code [rows × classes]}
 * @param labels the class of each row
 * @param weights of the rows, of mean 1
 * @param classes the number of classes
 */
record LogRows(double[] logs, int[] labels, double[] weights, int classes) {
    private static final double TINY = 1e-15;
    private static final int STEPS = 25;
    private static final int HALVINGS = 8;
    private static final double CLOSE = 1e-6;

    static LogRows of(Predictions predictions, Labels labels) {
        int classes = predictions.outputs();
        double[] logs = new double[predictions.rows() * classes];
        int[] truth = new int[predictions.rows()];
        double[] weights = new double[truth.length];
        double unit = truth.length / labels.totalWeight();
        for (int row = 0; row < truth.length; row++) {
            for (int output = 0; output < classes; output++) {
                logs[row * classes + output] = Math.log(Math.max(TINY, predictions.get(row, output)));
            }
            truth[row] = labels.label(row);
            weights[row] = unit * labels.weight(row);
        }
        return new LogRows(logs, truth, weights, classes);
    }

    /** The sum of the log losses of predictions as they are. */
    double loss() {
        ScalingForm form = ScalingForm.temperature(classes);
        return loss(form, form.start());
    }

    /** The sum of the log losses of all rows. */
    double loss(ScalingForm form, double[] parameters) {
        double[] shares = new double[classes];
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            loss += weights[row] * scaled(form, parameters, row, shares);
        }
        return loss;
    }

    /** Fills the probabilities of a row's classes, and gives its log loss. */
    private double scaled(ScalingForm form, double[] parameters, int row, double[] shares) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int output = 0; output < classes; output++) {
            shares[output] = parameters[form.power(output)] * logs[row * classes + output]
                    + (form.hasBias(output) ? parameters[form.bias(output)] : 0);
            greatest = Math.max(greatest, shares[output]);
        }
        double truth = shares[labels[row]] - greatest;
        double sum = 0;
        for (int output = 0; output < classes; output++) {
            shares[output] = Math.exp(shares[output] - greatest);
            sum += shares[output];
        }
        for (int output = 0; output < classes; output++) {
            shares[output] /= sum;
        }
        return Math.log(sum) - truth;
    }

    /** The parameters of the least loss, drawn a little to those that leave predictions as they are. */
    double[] fit(ScalingForm form) {
        double[] start = form.start();
        double[] parameters = start.clone();
        double least = loss(form, parameters);
        for (int step = 0; step < STEPS; step++) {
            double[] move = direction(form, parameters, start);
            double[] next = parameters;
            double length = 1;
            for (int halving = 0; halving < HALVINGS; halving++, length /= 2) {
                double[] tried = moved(form, parameters, move, length);
                double there = loss(form, tried) + distance(tried, start);
                if (there < least) {
                    next = tried;
                    least = there;
                    break;
                }
            }
            boolean arrived = farthest(next, parameters) < CLOSE;
            parameters = next;
            if (arrived) {
                break;
            }
        }
        return parameters;
    }

    private static double[] moved(ScalingForm form, double[] from, double[] move, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= length * move[i];
        }
        form.clip(to);
        return to;
    }

    private static double distance(double[] parameters, double[] start) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            sum += (parameters[i] - start[i]) * (parameters[i] - start[i]) / 2;
        }
        return sum;
    }

    private static double farthest(double[] left, double[] right) {
        double farthest = 0;
        for (int i = 0; i < left.length; i++) {
            farthest = Math.max(farthest, Math.abs(left[i] - right[i]));
        }
        return farthest;
    }

    /** What Newton's method subtracts. */
    private double[] direction(ScalingForm form, double[] parameters, double[] start) {
        NewtonStep step = new NewtonStep(this, form);
        double[] shares = new double[classes];
        for (int row = 0; row < labels.length; row++) {
            scaled(form, parameters, row, shares);
            step.add(row, shares);
        }
        return step.towards(parameters, start);
    }
}
