package io.automl4j.api.trial;

import java.util.List;
import java.util.Optional;

/**
 * Keeps what trials leave behind, for the ensemble and for trials that go on from others. Safe for use by many threads.
 */
public interface ArtifactStore {

    /** The store that keeps nothing. */
    ArtifactStore NONE = new ArtifactStore() {
        @Override
        public void keep(TrialResult result) {}

        @Override
        public Optional<Kept> find(long request) {
            return Optional.empty();
        }

        @Override
        public List<Kept> ranked() {
            return List.of();
        }
    };

    /**
     * A completed trial with what its folds left.
     *
     * @param outcome how it ended
     * @param artifacts one for each trained fold, in order
     */
    record Kept(TrialOutcome.Completed outcome, List<FoldArtifact> artifacts) {

        /** Copies the list. */
        public Kept {
            artifacts = List.copyOf(artifacts);
        }
    }

    /**
     * Keeps a result, unless it is not among the better ones and there is no room. Results that did not complete leave
     * nothing behind.
     *
     * @param result the result
     */
    void keep(TrialResult result);

    /**
     * What is kept of a trial.
     *
     * @param request the number of the trial's request
     * @return the trial, or empty if nothing is kept of it
     */
    Optional<Kept> find(long request);

    /**
     * What is kept.
     *
     * @return trials of more folds first, among equals the better ones first
     */
    List<Kept> ranked();
}
