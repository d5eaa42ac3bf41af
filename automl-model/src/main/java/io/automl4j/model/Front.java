package io.automl4j.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The ensembles that a search offers: none is worse in everything than another, as the search counted their costs.
 *
 * <pre>{@code
 * AutoModel fast = model.at(model.front().within(Duration.ofNanos(50_000)));
 * }</pre>
 *
 * @param points best score first; empty for models of which no search chose several
 */
public record Front(List<OperatingPoint> points) {
    /** Of a model that is what it is. */
    public static final Front NONE = new Front(List.of());

    /** Copies the list. */
    public Front {
        points = List.copyOf(points);
    }

    /**
     * The best ensemble of a latency.
     *
     * @param latency the longest time that a row may take, as measured on the machine of the search
     * @return the first of the points that take no longer
     * @throws IllegalArgumentException if there is none; names the fastest
     */
    public OperatingPoint within(Duration latency) {
        return within(latency, Long.MAX_VALUE);
    }

    /**
     * The best ensemble of a latency and a size.
     *
     * @param latency the longest time that a row may take, as measured on the machine of the search
     * @param bytes the greatest size of its models
     * @return the first of the points that take no more of either
     * @throws IllegalArgumentException if there is none; names the fastest and the smallest
     */
    public OperatingPoint within(Duration latency, long bytes) {
        return points.stream()
                .filter(point ->
                        point.isMeasured() && point.latency().compareTo(latency) <= 0 && point.bytes() <= bytes)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No ensemble takes at most %d ns and %d bytes.%s".formatted(latency.toNanos(), bytes, hint())));
    }

    private String hint() {
        if (points.isEmpty()) {
            return String.format("%nThe model has no front to choose from.");
        }
        long fastest = points.stream()
                .map(OperatingPoint::latency)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .toNanos();
        long smallest = points.stream().mapToLong(OperatingPoint::bytes).min().orElseThrow();
        return String.format("%nThe fastest takes %d ns, the smallest %d bytes.", fastest, smallest);
    }
}
