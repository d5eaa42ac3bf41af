package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.model.predictor.Model;

/**
 * A model with the encoding that it was fitted on.
 *
 * @param encoder index into {@link ModelParts#encoders()}
 * @param model the model
 */
public record FoldModel(int encoder, Model model) {

    /** Checks that nothing is null. */
    public FoldModel {
        requireNonNull(model, "model");
    }
}
