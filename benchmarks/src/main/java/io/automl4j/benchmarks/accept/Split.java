package io.automl4j.benchmarks.accept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Three quarters of the rows to learn from, a quarter to be judged by; of every class alike.
 *
 * @param train row numbers in rising order
 * @param test row numbers in rising order
 */
record Split(int[] train, int[] test) {

    /** A split of rows that have one class each; for numbers every row is of the same class. */
    static Split of(List<String> classes, long seed) {
        Map<String, List<Integer>> byClass = new LinkedHashMap<>();
        for (int row = 0; row < classes.size(); row++) {
            byClass.computeIfAbsent(classes.get(row), name -> new ArrayList<>()).add(row);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (List<Integer> rows : byClass.values()) {
            shuffle(rows, random);
            int tested = (rows.size() + 2) / 4;
            test.addAll(rows.subList(0, tested));
            train.addAll(rows.subList(tested, rows.size()));
        }
        return new Split(sorted(train), sorted(test));
    }

    private static void shuffle(List<Integer> rows, SplittableRandom random) {
        for (int i = rows.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Integer held = rows.get(i);
            rows.set(i, rows.get(j));
            rows.set(j, held);
        }
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
