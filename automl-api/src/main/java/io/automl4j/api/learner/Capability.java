package io.automl4j.api.learner;

/** What a learner can do by itself; what it cannot, the trial adapts or declares not applicable. */
public enum Capability {
    /** Two classes. */
    BINARY,
    /** Three classes or more. */
    MULTICLASS,
    /** Numbers. */
    REGRESSION,
    /** Quantiles of numbers. */
    QUANTILE,
    /** Weights of rows; else rows are resampled by weight. */
    WEIGHTS,
    /** NaN in numeric features; else the encoder imputes and adds indicators. */
    MISSING,
    /** Categorical features as codes; else the encoder makes one-hot columns or statistics. */
    CATEGORIES
}
