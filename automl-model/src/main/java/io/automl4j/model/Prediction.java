package io.automl4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is predicted for one row.
 *
 * @param label the class as written in the training data, or the number as text
 * @param value the number for regression, or the middle one of quantiles; for classification the probability of {@code label}
 * @param probabilities the probability of each class, in the order of the task's classes; empty for numbers
 * @param quantiles the value of each quantile, rising; empty where none are predicted
 */
public record Prediction(String label, double value, Map<String, Double> probabilities, Map<Double, Double> quantiles) {

    /** Copies the maps, keeping their order. */
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        quantiles = Collections.unmodifiableMap(new LinkedHashMap<>(quantiles));
    }
}
