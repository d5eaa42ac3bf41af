package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Keeps what a run has found, so that it can go on after its process has ended. Used by the thread of the run. */
public interface RunLog {

    /** Keeps nothing. */
    RunLog NONE = new RunLog() {
        @Override
        public List<TrialResult> earlier() {
            return List.of();
        }

        @Override
        public Duration spent() {
            return Duration.ZERO;
        }

        @Override
        public void spend(Duration spent) {}

        @Override
        public void append(TrialResult result, Duration spent) {}

        @Override
        public void settle(long request, Set<Long> wanted) {}
    };

    /**
     * What was found before the run was resumed.
     *
     * @return results in the order in which they came; without artifacts where those were not kept
     */
    List<TrialResult> earlier();

    /**
     * Of which of them there are artifacts that cannot be trusted, once they were asked for.
     *
     * @return the numbers of their requests
     */
    default List<Long> damaged() {
        return List.of();
    }

    /**
     * How long the run had taken then.
     *
     * @return the time of the budget that is used up
     */
    Duration spent();

    /**
     * Notes how long the run has taken, since the time of trials that a kill cuts off counts too. Called often.
     *
     * @param spent the time of the budget that is used up now
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void spend(Duration spent);

    /**
     * Keeps a result; one that is kept already is left alone.
     *
     * @param result the result
     * @param spent the time of the budget that is used up now
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void append(TrialResult result, Duration spent);

    /**
     * The run has taken a result in: what settled trials left behind is let go of unless it is wanted.
     *
     * @param request the number of the trial's request
     * @param wanted the numbers of those whose artifacts are still wanted
     */
    void settle(long request, Set<Long> wanted);
}
