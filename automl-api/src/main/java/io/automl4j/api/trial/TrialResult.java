package io.automl4j.api.trial;

import java.util.List;

/**
 * An outcome together with what the folds left behind.
 *
 * @param outcome how the trial ended
 * @param artifacts one for each trained fold; empty unless the trial completed
 */
public record TrialResult(TrialOutcome outcome, List<FoldArtifact> artifacts) {

    /** Copies the artifacts. */
    public TrialResult {
        artifacts = List.copyOf(artifacts);
    }
}
