package io.automl4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is predicted for one row.
 *
 * @param label the most probable class as written in training; for regression the number as text
 * @param value the number for regression; for classification the probability of {@code label}
 * @param probabilities the probability of each class, in the order of the task; empty for regression
 */
public record Prediction(String label, double value, Map<String, Double> probabilities) {

    /** Copies the probabilities, keeping their order. */
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }
}
