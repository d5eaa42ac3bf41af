package io.automl4j.api.task;

/** The kinds of prediction. */
public enum TaskType {
    /** Two classes. */
    BINARY,
    /** Three classes or more. */
    MULTICLASS,
    /** A number. */
    REGRESSION,
    /** Quantiles of a number. */
    QUANTILE;

    /**
     * Whether classes are predicted.
     *
     * @return true for binary and multiclass
     */
    public boolean isClassification() {
        return this == BINARY || this == MULTICLASS;
    }
}
