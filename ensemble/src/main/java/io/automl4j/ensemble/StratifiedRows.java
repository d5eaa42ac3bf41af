package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Every so-manieth row in the order of targets: a part in which each class or quantile has its share. */
final class StratifiedRows {
    private final Labels labels;
    /** The rows in the order of their targets. */
    private final int[] sorted;

    StratifiedRows(Labels labels) {
        this.labels = labels;
        this.sorted = byTarget(labels);
    }

    /** All rows if there are no more than wanted; ascending. */
    int[] draw(int wanted) {
        int rows = labels.rows();
        if (rows <= wanted) {
            return all(rows);
        }
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            drawn[i] = sorted[(int) ((i + 0.5) * rows / wanted)];
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /** A random part, of at most half of the rows: one of each group of rows that follow each other; ascending. */
    int[] random(int most, SplittableRandom random) {
        int rows = labels.rows();
        int wanted = Math.max(1, Math.min(most, rows / 2));
        int[] shuffled = shuffledWithin(random);
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            int from = (int) ((long) i * rows / wanted);
            int to = (int) ((i + 1L) * rows / wanted);
            drawn[i] = shuffled[random.nextInt(from, to)];
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /** Rows of the same target have no order of their own, so that those of a class are drawn in all combinations. */
    private int[] shuffledWithin(SplittableRandom random) {
        int[] shuffled = sorted.clone();
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && labels.target(sorted[end]) == labels.target(sorted[start])) {
                end++;
            }
            for (int i = end - 1; i > start; i--) {
                int j = random.nextInt(start, i + 1);
                int held = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = held;
            }
        }
        return shuffled;
    }

    private static int[] byTarget(Labels labels) {
        long[] keyed = new long[labels.rows()];
        for (int row = 0; row < keyed.length; row++) {
            int bits = Float.floatToIntBits((float) labels.target(row));
            int sortable = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            keyed[row] = ((long) sortable << Integer.SIZE) | row;
        }
        Arrays.sort(keyed);
        return Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }
}
