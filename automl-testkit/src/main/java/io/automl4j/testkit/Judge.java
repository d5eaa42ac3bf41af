package io.automl4j.testkit;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.stream.IntStream;

/** The few measures that contracts need, written down again so that no contract leans on what it is to prove. */
final class Judge {
    private Judge() {}

    /** The share of pairs of rows of two classes that are ordered rightly, ties half. */
    static double rocAuc(Labels truth, Predictions predictions) {
        double right = 0;
        double pairs = 0;
        for (int positive = 0; positive < truth.rows(); positive++) {
            for (int negative = 0; truth.label(positive) == 1 && negative < truth.rows(); negative++) {
                if (truth.label(negative) == 0) {
                    float difference = predictions.get(positive, 1) - predictions.get(negative, 1);
                    right += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    /** Mean log loss for classes, root mean squared error for numbers, the mean pinball loss for quantiles. */
    static double loss(Task task, Labels truth, Predictions predictions) {
        double sum = 0;
        for (int row = 0; row < truth.rows(); row++) {
            double target = truth.target(row);
            sum += switch (task.type()) {
                case BINARY, MULTICLASS -> -Math.log(Math.max(1e-7, predictions.get(row, truth.label(row))));
                case REGRESSION -> (predictions.get(row, 0) - target) * (predictions.get(row, 0) - target);
                case QUANTILE -> pinball(task.quantiles(), target, predictions, row);
            };
        }
        double mean = sum / truth.rows();
        return task.type() == TaskType.REGRESSION ? Math.sqrt(mean) : mean;
    }

    private static double pinball(List<Double> quantiles, double target, Predictions predictions, int row) {
        double sum = 0;
        for (int i = 0; i < quantiles.size(); i++) {
            double above = target - predictions.get(row, i);
            sum += Math.max(quantiles.get(i) * above, (quantiles.get(i) - 1) * above);
        }
        return sum / quantiles.size();
    }

    /** The loss of predicting the shares of the classes, the mean, or the quantiles, of these very rows. */
    static double priorLoss(Task task, Labels truth) {
        int outputs = task.outputs();
        double[] prior = new double[outputs];
        double[] sorted = IntStream.range(0, truth.rows())
                .mapToDouble(truth::target)
                .sorted()
                .toArray();
        for (int row = 0; row < truth.rows(); row++) {
            switch (task.type()) {
                case BINARY, MULTICLASS -> prior[truth.label(row)] += 1.0 / truth.rows();
                case REGRESSION -> prior[0] += truth.target(row) / truth.rows();
                case QUANTILE -> {}
            }
        }
        for (int i = 0; i < task.quantiles().size(); i++) {
            prior[i] = sorted[(int) (task.quantiles().get(i) * truth.rows())];
        }
        float[] values = new float[truth.rows() * outputs];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) prior[i % outputs];
        }
        return loss(task, truth, Predictions.of(values, outputs));
    }

    /** Labels of which those of the second class have another weight. */
    static Labels weighted(Labels labels, double ofSecond) {
        double[] targets = new double[labels.rows()];
        double[] weights = new double[labels.rows()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labels.target(row);
            weights[row] = labels.label(row) == 1 ? ofSecond : 1;
        }
        return Labels.weighted(targets, weights);
    }

    /** The mean probability of the second class. */
    static double meanOfSecond(Predictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.get(row, 1))
                .average()
                .orElseThrow();
    }
}
