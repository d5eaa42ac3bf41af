package io.automl4j.search;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Fidelity;

/** What part of the time that is left for a search a trial is expected to take. */
@FunctionalInterface
public interface Outlay {
    /** Nothing takes any. */
    Outlay NONE = (learner, configuration, fidelity) -> 0;

    /**
     * The part of a training from its beginning.
     *
     * @param learner the name of the learner's provider
     * @param configuration what is trained
     * @param fidelity how much of the full training
     * @return 0 where there is no end, above 1 for what would not be ready
     */
    double of(String learner, Configuration configuration, Fidelity fidelity);
}
