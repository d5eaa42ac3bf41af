package io.automl4j.api.run;

/** What two runs with equal choices have in common. */
public enum Determinism {
    /** As much as possible is tried: what is measured, such as the time of a trial, reaches decisions. */
    FAST,
    /**
     * Parameters, weights and predictions are the same, whatever the number of threads, and whether the run was
     * interrupted and resumed. The budget is a number of trials. Holds for one type of processor and one version of the
     * library.
     */
    REPRODUCIBLE
}
