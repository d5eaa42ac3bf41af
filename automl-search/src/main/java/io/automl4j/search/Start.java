package io.automl4j.search;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;

/**
 * A configuration to begin with.
 *
 * @param learner the name of the learner
 * @param configuration a configuration, perhaps partial
 */
public record Start(String learner, Configuration configuration) {

    /** Checks that nothing is null. */
    public Start {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
    }

    /** Written out, as is the hash, for the reason that {@link Configuration} has. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Start start
                && learner.equals(start.learner)
                && configuration.equals(start.configuration);
    }

    @Override
    public int hashCode() {
        return 31 * learner.hashCode() + configuration.hashCode();
    }
}
