package io.automl4j.api.trial;

/** Where in a trial something happened. */
public enum Stage {
    /** Turning rows into numbers. */
    ENCODE,
    /** Training. */
    TRAIN,
    /** Predicting the validation rows. */
    PREDICT,
    /** Scoring and handing back. */
    SCORE,
    /** Outside the trial itself: the executor, a worker process, the network. */
    EXECUTE
}
