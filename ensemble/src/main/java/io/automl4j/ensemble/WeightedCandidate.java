package io.automl4j.ensemble;

/**
 * A member of an ensemble.
 *
 * @param trial the number of the trial
 * @param weight its share, positive; the shares of an ensemble sum to 1
 */
public record WeightedCandidate(long trial, double weight) {}
