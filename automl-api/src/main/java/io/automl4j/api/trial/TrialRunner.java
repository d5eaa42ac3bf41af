package io.automl4j.api.trial;

/** Trains and scores one request in the calling thread. Safe for use by many threads. */
@FunctionalInterface
public interface TrialRunner {

    /**
     * Runs a trial. Failures of the trial are outcomes, never exceptions.
     *
     * @param request what to train
     * @param stored artifacts of earlier trials, for {@link TrialRequest#continues()}
     * @param cancellation asked at least once for each iteration
     * @return outcome and artifacts
     */
    TrialResult run(TrialRequest request, ArtifactStore stored, Cancellation cancellation);
}
