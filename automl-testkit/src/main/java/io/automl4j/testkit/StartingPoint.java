package io.automl4j.testkit;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;

/**
 * A configuration with which a search is to begin.
 *
 * @param learner the name of the learner
 * @param configuration its configuration, perhaps partial
 */
public record StartingPoint(String learner, Configuration configuration) {

    /** Checks that nothing is null. */
    public StartingPoint {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
    }
}
