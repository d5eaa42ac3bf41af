package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.search.Start;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one configuration reached on one table.
 *
 * @param learner the name of the learner
 * @param configuration what was trained, complete
 * @param losses its losses on the rows that it did not see, by the name of the metric; lower is better
 * @param seconds the time it took on all folds, in one thread
 * @param curve the loss that the learner itself watched, at some iterations; empty where there are none
 */
public record Attempt(
        String learner,
        Configuration configuration,
        Map<String, Double> losses,
        double seconds,
        List<CurvePoint> curve) {

    /** Copies the collections. */
    public Attempt {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
        losses = Map.copyOf(losses);
        curve = List.copyOf(curve);
    }

    /**
     * What was tried, without what came of it.
     *
     * @return learner and configuration
     */
    public Start start() {
        return new Start(learner, configuration);
    }

    /**
     * The loss by a metric.
     *
     * @param metric its name
     * @return the loss, or empty if it was not recorded
     */
    public OptionalDouble loss(String metric) {
        Double loss = losses.get(metric);
        return loss == null ? OptionalDouble.empty() : OptionalDouble.of(loss);
    }
}
