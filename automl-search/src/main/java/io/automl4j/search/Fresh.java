package io.automl4j.search;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Origin;

/**
 * A configuration that has not been asked for.
 *
 * @param learner whose it is
 * @param configuration the configuration
 * @param origin where it comes from
 */
record Fresh(String learner, Configuration configuration, Origin origin) {
    boolean isStart() {
        return origin.equals(Origin.START);
    }

    String key() {
        return Trial.key(learner, configuration);
    }
}
