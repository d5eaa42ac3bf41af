package io.automl4j.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The ensembles that a search offers: the one that it takes for the most accurate, then cheaper ones, none of them worse in
 * everything than another, as the search counted their costs. One of these may have a better score than the first: scores are of one
 * model for each row, and were chosen by.
 *
 * <pre>{@code
 * AutoModel fast = model.at(model.front().within(Duration.ofNanos(50_000)));
 * }</pre>
 *
 * @param points the most accurate one, then best score first; empty for models of which no search chose several
 * @param prior the score of the same answer for every row; NaN where it is not known
 */
public record Front(List<OperatingPoint> points, double prior) {
    /** Of a model that is what it is. */
    public static final Front NONE = new Front(List.of());

    /** What a row may take of a fast ensemble. */
    public static final Duration FAST = Duration.ofNanos(75_000);

    /** What a fast ensemble keeps of what the most accurate one is better than the same answer for every row, if there is one that does. */
    private static final double KEPT = 0.99;

    /** Copies the list. */
    public Front {
        points = List.copyOf(points);
    }

    /**
     * Ensembles of which nothing is known of the same answer for every row.
     *
     * @param points the most accurate one, then best score first
     */
    public Front(List<OperatingPoint> points) {
        this(points, Double.NaN);
    }

    /** The same, beside the same answer for every row. */
    Front against(double scoreOfPrior) {
        return new Front(points, scoreOfPrior);
    }

    /**
     * The most accurate ensemble.
     *
     * @return the first of the points
     * @throws IllegalArgumentException if there is no front
     */
    public OperatingPoint accurate() {
        return points.stream().findFirst().orElseThrow(Front::none);
    }

    /**
     * A fast ensemble. Of those that take no longer than {@link #FAST} for a row, as measured on the machine of the search, it is the
     * fastest that keeps 99 % of what the most accurate ensemble is better than the same answer for every row, in validation. If none
     * keeps that, it is the most accurate of them; if there is none of them, the fastest of all.
     *
     * @return the point
     * @throws IllegalArgumentException if there is no front, or it was not measured
     */
    public OperatingPoint fast() {
        OperatingPoint fastest = fastest();
        List<OperatingPoint> quick = points.stream()
                .filter(point -> point.isMeasured() && point.latency().compareTo(FAST) <= 0)
                .toList();
        double best = points.get(0).score();
        return quick.stream()
                .filter(point -> (point.score() - prior) / (best - prior) >= KEPT)
                .min(Comparator.comparing(OperatingPoint::latency))
                .or(() -> quick.stream().findFirst())
                .orElse(fastest);
    }

    private OperatingPoint fastest() {
        if (points.isEmpty()) {
            throw none();
        }
        return points.stream()
                .filter(OperatingPoint::isMeasured)
                .min(Comparator.comparing(OperatingPoint::latency))
                .orElseThrow(() -> new IllegalArgumentException(
                        "It is not known how long ensembles take.%nMaybe choose the most accurate one.".formatted()));
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
        if (points.isEmpty()) {
            throw none();
        }
        return points.stream()
                .filter(point ->
                        point.isMeasured() && point.latency().compareTo(latency) <= 0 && point.bytes() <= bytes)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No ensemble takes at most %s.%nMaybe allow more: the fastest takes %s."
                                .formatted(
                                        micros(latency) + ofBytes(bytes, " and " + bytes),
                                        micros(fastest().latency()) + ofBytes(bytes, ", the smallest " + smallest()))));
    }

    private static String ofBytes(long bound, String words) {
        return bound == Long.MAX_VALUE ? "" : words + " bytes";
    }

    private static String micros(Duration latency) {
        return latency.toNanos() / 1e3 + " us";
    }

    private long smallest() {
        return points.stream().mapToLong(OperatingPoint::bytes).min().orElseThrow();
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException(
                "The model has no front to choose from.%nMaybe use the model as it is: it is one ensemble."
                        .formatted());
    }
}
