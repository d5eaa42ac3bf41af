package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import java.util.Arrays;

/** Every so-manieth row in the order of targets: a part in which each class or quantile has its share. */
final class StratifiedRows {
    private StratifiedRows() {}

    /** All rows if there are no more than wanted; ascending. */
    static int[] draw(Labels labels, int wanted) {
        int rows = labels.rows();
        if (rows <= wanted) {
            return all(rows);
        }
        long[] keyed = new long[rows];
        for (int row = 0; row < rows; row++) {
            int bits = Float.floatToIntBits((float) labels.target(row));
            int sortable = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            keyed[row] = ((long) sortable << Integer.SIZE) | row;
        }
        Arrays.sort(keyed);
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            drawn[i] = (int) keyed[(int) ((i + 0.5) * rows / wanted)];
        }
        Arrays.sort(drawn);
        return drawn;
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }
}
