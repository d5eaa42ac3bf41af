package io.automl4j.search;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trials in an order. */
final class Ranking {
    /** By the first value, then by number. */
    static final Comparator<Trial> BY_LOSS =
            Comparator.comparingDouble(Trial::loss).thenComparingLong(Trial::id);

    private Ranking() {}

    /**
     * Best first: by the one value there is, else by front of the non-dominated sorting and within it by loss.
     *
     * @param trials in any order
     * @return the same in the order of their worth; ties in the order of their numbers
     */
    static List<Trial> bestFirst(List<Trial> trials) {
        if (trials.isEmpty() || trials.get(0).values().size() == 1) {
            return trials.stream().sorted(BY_LOSS).toList();
        }
        int[] ranks = Dominance.ranks(trials.stream().map(Trial::values).toList());
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> ranks[i]).thenComparing(trials::get, BY_LOSS))
                .map(trials::get)
                .toList();
    }

    /**
     * Best first where losses of learners do not compare: by the share of those of the same learner that are better.
     *
     * @param trials in any order
     * @return the same in the order of their places among their own
     */
    static List<Trial> bestOfEachFirst(List<Trial> trials) {
        record Placed(Trial trial, double place) {}

        return trials.stream()
                .collect(Collectors.groupingBy(Trial::learner, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Ranking::bestFirst)
                .flatMap(own ->
                        IntStream.range(0, own.size()).mapToObj(i -> new Placed(own.get(i), (i + 0.5) / own.size())))
                .sorted(Comparator.comparingDouble(Placed::place).thenComparing(Placed::trial, BY_LOSS))
                .map(Placed::trial)
                .toList();
    }
}
