package io.automl4j.api.trial;

import java.time.Duration;
import java.util.Optional;

/**
 * Runs requests somewhere: in threads, in forked processes, on a cluster. Every submitted request is answered by
 * exactly one result; whatever a runner throws is a {@link TrialOutcome.Failed}. Used by one thread.
 */
public interface TrialExecutor extends AutoCloseable {

    /**
     * How many requests can be submitted that start at once.
     *
     * @return the number of free slots
     */
    int freeSlots();

    /**
     * Whether no submitted request is unanswered.
     *
     * @return true if nothing runs
     */
    boolean idle();

    /**
     * Submits a request.
     *
     * @param request the request; its number is unique
     * @throws IllegalStateException if the executor is closed
     */
    void submit(TrialRequest request);

    /**
     * Waits for the next result.
     *
     * @param atMost the longest time to wait
     * @return a result, or empty if none came in time or nothing runs
     */
    Optional<TrialResult> next(Duration atMost);

    /** Cancels what runs, interrupts its threads and waits for their end for a few seconds at most. */
    @Override
    void close();
}
