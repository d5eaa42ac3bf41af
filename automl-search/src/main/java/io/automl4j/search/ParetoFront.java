package io.automl4j.search;

import io.automl4j.api.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Those of some things that nothing among them dominates.
 *
 * @param members in the order of their first value
 * @param values of each member, small where it is good
 * @param <T> what they are
 */
public record ParetoFront<T>(List<T> members, List<List<Double>> values) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the lists differ in length
     */
    public ParetoFront {
        members = List.copyOf(members);
        values = values.stream().map(List::copyOf).toList();
        Checks.argument(members.size() == values.size(), "%d members have %d values.", members.size(), values.size());
    }

    /**
     * The front of some things; of equals the first one counts.
     *
     * @param all the things
     * @param values what is to be small of each, equally many and finite
     * @param <T> what they are
     * @return their front
     */
    public static <T> ParetoFront<T> of(List<T> all, Function<T, List<Double>> values) {
        record Valued<T>(T thing, List<Double> values) {}

        List<Valued<T>> front = new ArrayList<>();
        for (T thing : all) {
            Valued<T> candidate = new Valued<>(thing, values.apply(thing));
            boolean beaten = front.stream()
                    .anyMatch(other -> other.values().equals(candidate.values())
                            || Dominance.dominates(other.values(), candidate.values()));
            if (!beaten) {
                front.removeIf(other -> Dominance.dominates(candidate.values(), other.values()));
                front.add(candidate);
            }
        }
        front.sort(Comparator.comparingDouble(valued -> valued.values().get(0)));
        return new ParetoFront<>(
                front.stream().map(Valued::thing).toList(),
                front.stream().map(Valued::values).toList());
    }

    /**
     * The volume between the front and a point that is worse than all that count (Zitzler and Thiele 1998,
     * doi:10.1007/BFb0056872).
     *
     * @param reference as many values as members have; members beyond it do not count
     * @return the volume, 0 if nothing counts
     */
    public double hypervolume(List<Double> reference) {
        List<List<Double>> inside = values.stream()
                .filter(point -> Dominance.dominates(point, reference))
                .toList();
        return volume(inside, reference, reference.size());
    }

    /** Slices along the last dimension, each as thick as the next point is far. */
    private static double volume(List<List<Double>> points, List<Double> reference, int dimensions) {
        if (points.isEmpty()) {
            return 0;
        }
        int last = dimensions - 1;
        if (dimensions == 1) {
            return reference.get(0)
                    - points.stream().mapToDouble(point -> point.get(0)).min().orElseThrow();
        }
        List<List<Double>> sorted = points.stream()
                .sorted(Comparator.comparingDouble(point -> point.get(last)))
                .toList();
        double volume = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double end = i + 1 < sorted.size() ? sorted.get(i + 1).get(last) : reference.get(last);
            double thickness = end - sorted.get(i).get(last);
            if (thickness > 0) {
                volume += thickness * volume(sorted.subList(0, i + 1), reference, last);
            }
        }
        return volume;
    }
}
