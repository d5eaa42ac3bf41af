package io.automl4j.api.trial;

import java.util.List;

/** Where artifacts of finished trials are found again. Safe for use by many threads. */
public interface ArtifactStore {

    /** The store that holds nothing. */
    ArtifactStore NONE = request -> List.of();

    /**
     * The artifacts of a trial.
     *
     * @param request the number of the trial's request
     * @return one artifact for each trained fold, in order; empty if nothing is kept of the trial
     */
    List<FoldArtifact> find(long request);
}
