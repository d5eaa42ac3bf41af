package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Origin;
import java.util.random.RandomGenerator;

/**
 * A point of a learner's cube that is worth a trial.
 *
 * @param point one coordinate in [0,1] for each parameter
 * @param origin how it was found
 */
record Proposal(double[] point, Origin origin) {
    private static final Origin RANDOM = Origin.of("random");

    /** A point that is drawn uniformly. */
    static Proposal random(SearchSpace space, RandomGenerator random) {
        return new Proposal(space.sample(random), RANDOM);
    }
}
