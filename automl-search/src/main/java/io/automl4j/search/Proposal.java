package io.automl4j.search;

import io.automl4j.api.trial.Origin;

/**
 * A point of a learner's cube that is worth a trial.
 *
 * @param point one coordinate in [0,1] for each parameter
 * @param origin how it was found
 */
record Proposal(double[] point, Origin origin) {}
