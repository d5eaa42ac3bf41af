package io.automl4j.api.trial;

import java.time.Duration;

/**
 * What a trial took.
 *
 * @param wall the time from start to end of the trial
 * @param before what the training took that the trial goes on from
 * @param operationsPerRow elementary operations of about a nanosecond each to encode and predict a row, summed over the models
 *     of all folds of the plan, also of those that the trial did not train: stands in for latency; that of an
 *     ensemble is at most the sum, as members with the same encoding share it
 * @param modelBytes size of the models of all folds, in the same way
 */
public record Cost(Duration wall, Duration before, long operationsPerRow, long modelBytes) {

    /**
     * The cost of a trial that goes on from none.
     *
     * @param wall the time from start to end of the trial
     * @param operationsPerRow see the record
     * @param modelBytes see the record
     */
    public Cost(Duration wall, long operationsPerRow, long modelBytes) {
        this(wall, Duration.ZERO, operationsPerRow, modelBytes);
    }

    /**
     * The cost of a trial that left no model.
     *
     * @param wall the time from start to end of the trial
     * @return the cost
     */
    public static Cost of(Duration wall) {
        return new Cost(wall, 0, 0);
    }

    /**
     * This cost of a trial that goes on.
     *
     * @param earlier what the training took that it goes on from
     * @return a copy
     */
    public Cost goingOnFrom(Duration earlier) {
        return new Cost(wall, earlier, operationsPerRow, modelBytes);
    }

    /**
     * What the training took, from its beginning.
     *
     * @return the time of the trial and of those that it goes on from
     */
    public Duration training() {
        return before.plus(wall);
    }
}
