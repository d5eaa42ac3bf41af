package io.automl4j.search;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.space.SearchSpace;

/**
 * A learner as a strategy knows it.
 *
 * @param space what is searched
 * @param rungs the fidelities at which its trials compare
 */
public record Searched(SearchSpace space, Rungs rungs) {

    /** Checks that nothing is null. */
    public Searched {
        requireNonNull(space, "space");
        requireNonNull(rungs, "rungs");
    }
}
