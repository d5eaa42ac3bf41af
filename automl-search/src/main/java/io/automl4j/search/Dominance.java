package io.automl4j.search;

import java.util.ArrayList;
import java.util.List;

/** Who is better in everything: values are small where they are good. */
final class Dominance {
    private Dominance() {}

    /** Whether one is nowhere worse than the other, and somewhere better. */
    static boolean dominates(List<Double> one, List<Double> other) {
        boolean better = false;
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) > other.get(i)) {
                return false;
            }
            better |= one.get(i) < other.get(i);
        }
        return better;
    }

    /**
     * The front of each in the non-dominated sorting of Deb et al. 2002 (doi:10.1109/4235.996017).
     *
     * @param values of each
     * @return 0 for those that nobody dominates, 1 for those that only they dominate, and so on
     */
    static int[] ranks(List<List<Double>> values) {
        int count = values.size();
        List<List<Integer>> dominated = new ArrayList<>();
        int[] dominators = new int[count];
        for (int i = 0; i < count; i++) {
            dominated.add(new ArrayList<>());
            for (int j = 0; j < count; j++) {
                if (dominates(values.get(i), values.get(j))) {
                    dominated.get(i).add(j);
                } else if (dominates(values.get(j), values.get(i))) {
                    dominators[i]++;
                }
            }
        }
        int[] ranks = new int[count];
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (dominators[i] == 0) {
                front.add(i);
            }
        }
        for (int rank = 0; !front.isEmpty(); rank++) {
            List<Integer> next = new ArrayList<>();
            for (int member : front) {
                ranks[member] = rank;
                for (int worse : dominated.get(member)) {
                    if (--dominators[worse] == 0) {
                        next.add(worse);
                    }
                }
            }
            front = next;
        }
        return ranks;
    }
}
