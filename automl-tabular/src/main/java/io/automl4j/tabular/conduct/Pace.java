package io.automl4j.tabular.conduct;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long trainings of each learner take against their forecasts: what was measured corrects what is expected. Where the forecast of
 * one is wrong, since the table is wider than it looks or the machine slow, those of others are likely to be: half of it is believed
 * of a learner that has not been measured.
 */
final class Pace {
    /** The part that the latest trial has in the estimate. */
    private static final double LATEST = 0.3;

    private static final double MOST = Math.log(30);
    /** What takes less is no training but what is around it. */
    private static final double LEAST_SECONDS = 0.1;

    private final Map<String, Double> logarithms = new HashMap<>();

    /** Takes a trial into account: what it was to take, and what it took. */
    void learn(String learner, Duration forecast, Duration measured) {
        double ratio = Math.log(seconds(measured) / seconds(forecast));
        double bounded = Math.max(-MOST, Math.min(MOST, ratio));
        logarithms.merge(learner, bounded, (before, latest) -> before + LATEST * (latest - before));
    }

    /** What a forecast comes to. */
    Duration corrected(String learner, Duration forecast) {
        double others = logarithms.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        double factor = Math.exp(logarithms.getOrDefault(learner, others / 2));
        return Duration.ofNanos((long) Math.min(Long.MAX_VALUE / 2.0, factor * forecast.toNanos()));
    }

    private static double seconds(Duration time) {
        return Math.max(LEAST_SECONDS, time.toNanos() / 1e9);
    }
}
