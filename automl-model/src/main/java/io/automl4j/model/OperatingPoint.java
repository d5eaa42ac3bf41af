package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An ensemble that a model can be used as, see {@link AutoModel#at}.
 *
 * @param score its metric on validation rows
 * @param latency the median time of {@link AutoModel#predict(Map)}, measured on the machine of the search while nothing else
 *     of it ran; zero if it was not measured
 * @param bytes the size of its models and of its stack, without encoders
 * @param shares the weight of each member by the number of its trial, the heaviest first; they sum to 1
 * @param processing what is made of the mean of its members
 */
public record OperatingPoint(
        double score, Duration latency, long bytes, Map<Long, Double> shares, PostProcessing processing) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Copies the shares.
     *
     * @throws IllegalArgumentException if they do not sum to 1, or latency or bytes are negative or the latency is above a day
     */
    public OperatingPoint {
        requireNonNull(latency, "latency");
        requireNonNull(processing, "processing");
        Checks.argument(
                !latency.isNegative() && latency.compareTo(LONGEST) <= 0,
                "latency is %s, but must be from 0 to %s.",
                latency,
                LONGEST);
        Checks.argument(bytes >= 0, "bytes is %d, but must not be negative.", bytes);
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        Checks.argument(Math.abs(sum - 1) <= ModelParts.ROUNDING, "The shares sum to %s, not to 1.", sum);
    }

    /**
     * Whether the latency is known.
     *
     * @return false if it was not measured
     */
    public boolean isMeasured() {
        return !latency.isZero();
    }

    /** The same ensemble, with something else made of its mean. */
    OperatingPoint with(PostProcessing other) {
        return new OperatingPoint(score, latency, bytes, shares, other);
    }

    /**
     * The same ensemble, measured.
     *
     * @param measured the time of a row
     * @return a copy
     */
    public OperatingPoint withLatency(Duration measured) {
        return new OperatingPoint(score, measured, bytes, shares, processing);
    }
}
