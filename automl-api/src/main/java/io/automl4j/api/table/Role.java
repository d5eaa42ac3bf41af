package io.automl4j.api.table;

/** What a column is used for. */
public enum Role {
    /** Input of the model. */
    FEATURE,
    /** What is to be predicted; exactly one column. */
    TARGET,
    /** Weight of the row in training and in every metric; non-negative, missing means 1. */
    WEIGHT,
    /** Rows of one group are never split between training and validation. */
    GROUP,
    /** Validation rows are never before training rows of the same fold. */
    TIME,
    /** The user's own fold number of each row. */
    FOLD,
    /** Not used at all. */
    IGNORED
}
