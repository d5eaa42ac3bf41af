package io.automl4j.api.trial;

import java.time.Duration;

/**
 * What a trial took.
 *
 * @param wall the time from start to end of the trial
 * @param operationsPerRow elementary operations of about a nanosecond each to encode and predict a row, summed over the models
 *     of all folds of the plan, also of those that the trial did not train: stands in for latency; that of an
 *     ensemble is at most the sum, as members with the same encoding share it
 * @param modelBytes size of the models of all folds, in the same way
 */
public record Cost(Duration wall, long operationsPerRow, long modelBytes) {

    /**
     * The cost of a trial that left no model.
     *
     * @param wall the time from start to end of the trial
     * @return the cost
     */
    public static Cost of(Duration wall) {
        return new Cost(wall, 0, 0);
    }
}
