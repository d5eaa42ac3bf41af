package io.automl4j.model.encode;

import io.automl4j.api.learner.EncodedRows;

/**
 * An encoder with the rows it was fitted on.
 *
 * @param encoder encodes further rows
 * @param rows the training rows; their target statistics are cross-fitted, so they differ from what {@code encoder}
 *     would give for the same rows
 */
public record EncodedTraining(FittedEncoder encoder, EncodedRows rows) {}
