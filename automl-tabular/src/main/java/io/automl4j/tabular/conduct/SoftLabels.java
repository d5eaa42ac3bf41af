package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Arrays;

/**
 * Rows whose labels are probabilities, for learners that know weights: a row is there once for each class that is likely enough, with
 * the probability for its weight. The weighted cross-entropy of these is the cross-entropy with the probabilities.
 */
final class SoftLabels {
    /** Less likely classes are left out. */
    private static final double LIKELY = 0.02;

    private final Task task;
    private int[] rows = new int[64];
    private double[] targets = new double[64];
    private double[] weights = new double[64];
    private int count;

    SoftLabels(Task task) {
        this.task = task;
    }

    int rows() {
        return count;
    }

    /**
     * Adds a row.
     *
     * @param row its number among the encoded ones
     * @param values probabilities of the classes, or the value
     * @param weight the weight of the row
     */
    void add(int row, double[] values, double weight) {
        if (!task.type().isClassification()) {
            add(row, values[0], weight);
            return;
        }
        double least = Math.min(LIKELY, Arrays.stream(values).max().orElse(0));
        double likely = Arrays.stream(values).filter(value -> value >= least).sum();
        for (int label = 0; label < values.length; label++) {
            if (values[label] >= least) {
                add(row, (double) label, weight * values[label] / likely);
            }
        }
    }

    private void add(int row, double target, double weight) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            targets = Arrays.copyOf(targets, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        rows[count] = row;
        targets[count] = target;
        weights[count++] = weight;
    }

    /** What a learner learns from. */
    FoldData of(EncodedRows encoded) {
        return FoldData.of(
                task,
                encoded.select(Arrays.copyOf(rows, count)),
                Labels.weighted(Arrays.copyOf(targets, count), Arrays.copyOf(weights, count)));
    }
}
