package io.automl4j.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How much each past table tells about a new one: more the nearer its meta-features are, and something in any case. */
final class Nearness {
    /** The share of the weight that every table has, however far away it is. */
    private static final double ALIKE = 0.3;
    /** The distance at which a table counts a third of one that is equal, as a part of the mean distance. */
    private static final double REACH = 0.5;

    private Nearness() {}

    /**
     * Weights of past tables.
     *
     * @param past their meta-features
     * @param present those of the table at hand
     * @return weights that sum to the number of tables
     */
    static double[] weights(List<Map<String, Double>> past, Map<String, Double> present) {
        double[] distances = distances(past, present);
        double mean = Arrays.stream(distances).average().orElse(1);
        double[] near = Arrays.stream(distances)
                .map(distance -> mean > 0 ? Math.exp(-distance / (REACH * mean)) : 1)
                .toArray();
        double sum = Arrays.stream(near).sum();
        return Arrays.stream(near)
                .map(weight -> ALIKE + (1 - ALIKE) * weight / sum * near.length)
                .toArray();
    }

    /** The mean difference of ranks among past tables: figures of any scale count alike. */
    private static double[] distances(List<Map<String, Double>> past, Map<String, Double> present) {
        double[] distances = new double[past.size()];
        List<String> names = new ArrayList<>(new TreeSet<>(present.keySet()));
        for (String name : names) {
            double[] sorted = past.stream()
                    .mapToDouble(figures -> figures.getOrDefault(name, 0.0))
                    .sorted()
                    .toArray();
            double here = rank(sorted, present.getOrDefault(name, 0.0));
            for (int table = 0; table < distances.length; table++) {
                double there = rank(sorted, past.get(table).getOrDefault(name, 0.0));
                distances[table] += Math.abs(here - there) / names.size();
            }
        }
        return distances;
    }

    /** What part of the values is less, those that are equal counted half. */
    private static double rank(double[] sorted, double value) {
        double rank = 0;
        for (double other : sorted) {
            rank += other < value ? 1 : other == value ? 0.5 : 0;
        }
        return rank / Math.max(1, sorted.length);
    }
}
