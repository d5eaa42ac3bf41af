package io.automl4j.api.metric;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;

/** Metrics of probabilities: proper scoring rules. */
final class Probabilities {
    /** Probabilities are single-precision: 1 - 1e-7 is still told from 1. */
    private static final double CLIP = 1e-7;

    private Probabilities() {}

    static double logLoss(Labels truth, Predictions predictions) {
        double sum = 0;
        for (int row = 0; row < truth.rows(); row++) {
            double probability = predictions.get(row, truth.label(row));
            sum -= truth.weight(row) * Math.log(Math.min(1 - CLIP, Math.max(CLIP, probability)));
        }
        return sum / truth.totalWeight();
    }

    /** Half of the squared distance for two classes (which is that of the positive one), all of it for more. */
    static double brier(Labels truth, Predictions predictions) {
        int classes = predictions.outputs();
        double sum = 0;
        for (int row = 0; row < truth.rows(); row++) {
            double distance = 0;
            for (int k = 0; k < classes; k++) {
                double error = predictions.get(row, k) - (truth.label(row) == k ? 1 : 0);
                distance += error * error;
            }
            sum += truth.weight(row) * distance;
        }
        return sum / truth.totalWeight() / (classes == 2 ? 2 : 1);
    }
}
