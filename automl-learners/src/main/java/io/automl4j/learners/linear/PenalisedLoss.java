package io.automl4j.learners.linear;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import java.util.List;

/**
 * The weighted mean loss – log loss, or half the squared error or the pinball loss of the standardised target – with half
 * the penalty times the squared weights, biases apart. The pinball loss has a parabola in place of its corner, for a gradient
 * without jumps (Zheng, "Gradient descent algorithms for quantile regression with smooth approximation", 2011, smooths it too). Parameters are, for each score, one weight a column and the bias.
 */
final class PenalisedLoss {
    /** So near to the target, in standard deviations, the pinball loss is a parabola. */
    private static final double NEAR = 0.05;

    private final float[] values;
    private final int features;
    private final Labels labels;
    private final TaskType type;
    private final List<Double> quantiles;
    private final int scores;
    private final double penalty;
    private final double totalWeight;
    private final double centre;
    private final double spread;

    PenalisedLoss(FoldData data, double penalty) {
        this.values = data.train().values();
        this.features = data.train().width();
        this.labels = data.labels();
        this.type = data.task().type();
        this.quantiles = data.task().quantiles();
        this.scores = type == TaskType.BINARY ? 1 : data.task().outputs();
        this.penalty = penalty;
        this.totalWeight = labels.totalWeight();
        this.centre = type.isClassification() ? 0 : mean();
        this.spread = type.isClassification() ? 1 : deviation();
    }

    private double mean() {
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            sum += labels.weight(row) * labels.target(row);
        }
        return sum / totalWeight;
    }

    private double deviation() {
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            double difference = labels.target(row) - centre;
            sum += labels.weight(row) * difference * difference;
        }
        return sum > 0 ? Math.sqrt(sum / totalWeight) : 1;
    }

    int dimension() {
        return scores * (features + 1);
    }

    int scores() {
        return scores;
    }

    double centre() {
        return centre;
    }

    double spread() {
        return spread;
    }

    /** The loss at some parameters; its gradient is written to {@code gradient}. */
    double evaluate(double[] parameters, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double[] score = new double[scores];
        double loss = 0;
        for (int row = 0; row < labels.rows(); row++) {
            double weight = labels.weight(row) / totalWeight;
            if (weight > 0) {
                multiply(parameters, row, score);
                // the scores become the slopes of the loss
                loss += weight * toSlopes(score, row);
                spreadOut(score, row, weight, gradient);
            }
        }
        return loss + penalise(parameters, gradient);
    }

    private void multiply(double[] parameters, int row, double[] score) {
        int from = row * features;
        for (int k = 0; k < scores; k++) {
            int at = k * (features + 1);
            double sum = parameters[at + features];
            for (int feature = 0; feature < features; feature++) {
                sum += parameters[at + feature] * values[from + feature];
            }
            score[k] = sum;
        }
    }

    private double toSlopes(double[] score, int row) {
        return switch (type) {
            case REGRESSION -> {
                double error = score[0] - (labels.target(row) - centre) / spread;
                score[0] = error;
                yield error * error / 2;
            }
            case BINARY -> {
                double margin = labels.label(row) == 1 ? score[0] : -score[0];
                // log(1 + exp(-margin)) without overflow
                double loss = Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
                score[0] = 1 / (1 + Math.exp(-score[0])) - labels.label(row);
                yield loss;
            }
            case MULTICLASS -> softmax(score, labels.label(row));
            case QUANTILE -> pinball(score, (labels.target(row) - centre) / spread);
        };
    }

    private double pinball(double[] score, double target) {
        double loss = 0;
        for (int k = 0; k < score.length; k++) {
            double error = score[k] - target;
            double size = Math.abs(error);
            double side = error > 0 ? 1 - quantiles.get(k) : quantiles.get(k);
            loss += side * (size < NEAR ? error * error / (2 * NEAR) : size - NEAR / 2);
            score[k] = side * Math.max(-1, Math.min(1, error / NEAR));
        }
        return loss;
    }

    private static double softmax(double[] score, int label) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : score) {
            most = Math.max(most, value);
        }
        double sum = 0;
        double own = score[label];
        for (int k = 0; k < score.length; k++) {
            score[k] = Math.exp(score[k] - most);
            sum += score[k];
        }
        for (int k = 0; k < score.length; k++) {
            score[k] /= sum;
        }
        score[label] -= 1;
        return Math.log(sum) + most - own;
    }

    private void spreadOut(double[] slopes, int row, double weight, double[] gradient) {
        int from = row * features;
        for (int k = 0; k < scores; k++) {
            int at = k * (features + 1);
            double slope = weight * slopes[k];
            for (int feature = 0; feature < features; feature++) {
                gradient[at + feature] += slope * values[from + feature];
            }
            gradient[at + features] += slope;
        }
    }

    private double penalise(double[] parameters, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < scores; k++) {
            int at = k * (features + 1);
            for (int feature = 0; feature < features; feature++) {
                sum += parameters[at + feature] * parameters[at + feature];
                gradient[at + feature] += penalty * parameters[at + feature];
            }
        }
        return penalty * sum / 2;
    }
}
