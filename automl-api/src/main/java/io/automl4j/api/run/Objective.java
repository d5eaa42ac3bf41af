package io.automl4j.api.run;

import io.automl4j.api.trial.TrialOutcome.Completed;

/** Something that a search makes small besides the loss. */
public interface Objective {

    /**
     * The name in commands and reports.
     *
     * @return lower-case letters, digits and dashes
     */
    String label();

    /**
     * What a trial has of it.
     *
     * @param trial a completed trial
     * @return a finite value; smaller is better
     */
    double value(Completed trial);
}
