package io.automl4j.learners.linear;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;

/**
 * The weighted mean loss – log loss, or half the squared error of the standardised target – with half the penalty times
 * the squared weights, biases apart. Parameters are, for each score, one weight a column and the bias.
 */
final class PenalisedLoss {
    private final float[] values;
    private final int features;
    private final Labels labels;
    private final TaskType type;
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
        this.scores = type == TaskType.MULTICLASS ? data.task().outputs() : 1;
        this.penalty = penalty;
        this.totalWeight = labels.totalWeight();
        this.centre = type == TaskType.REGRESSION ? mean() : 0;
        this.spread = type == TaskType.REGRESSION ? deviation() : 1;
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
        };
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
