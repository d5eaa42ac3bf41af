package io.automl4j.api.learner;

/**
 * A fitted model: immutable, native-free, safe for use by many threads. Implemented in {@code automl-model} only, so
 * that the object that predicts after training is the one that is saved and loaded.
 */
public interface FittedModel {

    /**
     * The number of values predicted for a row.
     *
     * @return the number of classes, or 1 for regression
     */
    int outputs();

    /**
     * Predicts rows: class probabilities that sum to 1, or values.
     *
     * @param rows rows of the encoding that the model was fitted on
     * @param out receives {@code [rows × outputs]}, row-major, from index 0
     */
    void predict(EncodedRows rows, float[] out);

    /**
     * Elementary operations to predict a row, such as nodes visited or products summed, each kind weighed so that one takes
     * about a nanosecond: stands in for latency.
     *
     * @return the mean number of operations for a row
     */
    long operations();
}
