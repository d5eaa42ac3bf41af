package io.automl4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is predicted for one row.
 *
 * @param label the class as written in the training data, or the number as text for regression
 * @param value the number for regression; for classification the probability of {@code label}
 * @param probabilities the probability of each class, in the order of the task's classes; empty for regression
 */
public record Prediction(String label, double value, Map<String, Double> probabilities) {

    /** Copies the probabilities, keeping their order. */
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }
}
