package io.automl4j.api.trial;

import static java.util.Objects.requireNonNull;

/**
 * What a fold leaves behind.
 *
 * @param fold the number of the fold, from 0
 * @param predictions predictions for the fold's validation rows, see {@link io.automl4j.api.task.Predictions#toBlock}
 * @param model the fitted model
 * @param checkpoint the state from which training continues; empty if the learner cannot, or the training is at its end
 */
public record FoldArtifact(int fold, Block predictions, Block model, Block checkpoint) {

    /** Checks that nothing is null. */
    public FoldArtifact {
        requireNonNull(predictions, "predictions");
        requireNonNull(model, "model");
        requireNonNull(checkpoint, "checkpoint");
    }
}
