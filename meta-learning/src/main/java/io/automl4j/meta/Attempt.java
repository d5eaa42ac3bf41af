package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.search.Start;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one configuration reached on one table.
 *
 * @param learner the name of the learner
 * @param configuration what was trained, complete
 * @param losses its losses on the rows that it did not see; none if it failed
 * @param seconds the time it took on all folds, in one thread
 * @param latency the nanoseconds in which its models predict a row, as counted; empty where nobody counted
 * @param curve the loss that the learner itself watched, at some iterations; empty where there are none
 */
public record Attempt(
        String learner,
        Configuration configuration,
        Losses losses,
        double seconds,
        OptionalLong latency,
        List<CurvePoint> curve) {

    /** Copies the list. */
    public Attempt {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
        requireNonNull(losses, "losses");
        requireNonNull(latency, "latency");
        curve = List.copyOf(curve);
    }

    /**
     * Whether nothing came of it.
     *
     * @return true if it has no loss
     */
    public boolean hasFailed() {
        return losses.byMetric().isEmpty();
    }

    /**
     * What was tried, without what came of it.
     *
     * @return learner and configuration
     */
    public Start start() {
        return new Start(learner, configuration);
    }
}
