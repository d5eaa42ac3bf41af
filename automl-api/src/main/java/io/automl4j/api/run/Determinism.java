package io.automl4j.api.run;

/** Whether equal seeds give equal models. */
public enum Determinism {
    /** As much as the time allows: what is found depends on the speed of the machine. */
    FAST,
    /**
     * Equal parameters, weights and predictions for equal data, seed, number of trials and library version on one type
     * of processor, whatever the number of threads. The budget is a count of trials, and nothing measured decides.
     */
    REPRODUCIBLE
}
