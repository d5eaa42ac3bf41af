package io.automl4j.neural.train;

import io.automl4j.api.task.Labels;
import io.automl4j.model.predictor.NetworkModel.Target;

/** Numbers with mean 0 and deviation 1; predictions are cut to what was seen. */
final class Standardised {
    private Standardised() {}

    static Target of(Labels labels) {
        double total = labels.totalWeight();
        double mean = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < labels.rows(); row++) {
            mean += labels.weight(row) * labels.target(row) / total;
            low = Math.min(low, labels.target(row));
            high = Math.max(high, labels.target(row));
        }
        double variance = 0;
        for (int row = 0; row < labels.rows(); row++) {
            double distance = labels.target(row) - mean;
            variance += labels.weight(row) * distance * distance / total;
        }
        float spread = variance > 0 ? (float) Math.sqrt(variance) : 1;
        return new Target((float) mean, spread, (float) low, (float) high);
    }
}
