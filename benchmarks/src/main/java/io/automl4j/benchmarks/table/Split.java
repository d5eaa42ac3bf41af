package io.automl4j.benchmarks.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows to learn from, and rows to be judged by.
 *
 * @param train row numbers in rising order
 * @param test row numbers in rising order
 */
public record Split(int[] train, int[] test) {
    /** At least so many parts, so that three quarters of the rows are learned from. */
    private static final int PARTS = 4;

    /** What part of the rows a split tests, and how many such parts there are. */
    public record Part(int fold, int folds) {

        /** How many parts the rows are cut into. */
        public int parts() {
            return Math.max(PARTS, folds);
        }

        private int start(int rows) {
            return (2 * rows * fold + parts()) / (2 * parts());
        }

        private int end(int rows) {
            return new Part(fold + 1, folds).start(rows);
        }
    }

    /** Rows that have one class each, of every class alike; for numbers every row is of the same class. */
    public static Split of(List<String> classes, Part part, long seed) {
        Map<String, List<Integer>> byClass = new LinkedHashMap<>();
        for (int row = 0; row < classes.size(); row++) {
            byClass.computeIfAbsent(classes.get(row), name -> new ArrayList<>()).add(row);
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] tested = new boolean[classes.size()];
        for (List<Integer> rows : byClass.values()) {
            shuffle(rows, random);
            rows.subList(part.start(rows.size()), part.end(rows.size())).forEach(row -> tested[row] = true);
        }
        return of(tested);
    }

    /** Folds that somebody else has drawn. */
    static Split of(List<Integer> folds, int fold) {
        boolean[] tested = new boolean[folds.size()];
        for (int row = 0; row < tested.length; row++) {
            tested[row] = folds.get(row) == fold;
        }
        return of(tested);
    }

    private static Split of(boolean[] tested) {
        return new Split(
                IntStream.range(0, tested.length).filter(row -> !tested[row]).toArray(),
                IntStream.range(0, tested.length).filter(row -> tested[row]).toArray());
    }

    private static void shuffle(List<Integer> rows, SplittableRandom random) {
        for (int i = rows.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Integer held = rows.get(i);
            rows.set(i, rows.get(j));
            rows.set(j, held);
        }
    }
}
