package io.automl4j.ensemble;

import io.automl4j.api.task.Predictions;

/**
 * A trial that may become a member.
 *
 * @param trial the number of the trial
 * @param family what it is kin to, such as the name of its learner
 * @param predictions its out-of-fold predictions; all candidates of a selection predict the same rows
 * @param operations elementary operations to predict a row
 */
public record Candidate(long trial, String family, Predictions predictions, long operations) {}
