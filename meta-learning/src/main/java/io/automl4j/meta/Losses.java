package io.automl4j.meta;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Losses by metric; lower is better. A knowledge base has ten thousand of them, which a JVM reads that has hardly begun, so those of
 * a table share their names and one array.
 */
public final class Losses {
    private final List<String> metrics;
    /** NaN for what is not known. */
    private final double[] values;

    private final int from;

    /** Some of the values of a table, from an index on, which are not copied. */
    Losses(List<String> metrics, double[] values, int from) {
        this.metrics = metrics;
        this.values = values;
        this.from = from;
    }

    /**
     * Losses of their own.
     *
     * @param byMetric the losses by the name of the metric
     * @return a copy
     */
    public static Losses of(Map<String, Double> byMetric) {
        double[] values = byMetric.values().stream().mapToDouble(loss -> loss).toArray();
        return new Losses(List.copyOf(byMetric.keySet()), values, 0);
    }

    /**
     * One of them.
     *
     * @param metric the name of the metric
     * @return the loss, or empty if it was not recorded
     */
    public OptionalDouble of(String metric) {
        int place = metrics.indexOf(metric);
        double loss = place < 0 ? Double.NaN : values[from + place];
        return Double.isNaN(loss) ? OptionalDouble.empty() : OptionalDouble.of(loss);
    }

    /**
     * All of them.
     *
     * @return those that were recorded, by the name of the metric
     */
    public Map<String, Double> byMetric() {
        Map<String, Double> known = new TreeMap<>();
        metrics.forEach(metric -> of(metric).ifPresent(loss -> known.put(metric, loss)));
        return Collections.unmodifiableMap(known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Losses losses && byMetric().equals(losses.byMetric());
    }

    @Override
    public int hashCode() {
        return byMetric().hashCode();
    }

    @Override
    public String toString() {
        return byMetric().toString();
    }
}
