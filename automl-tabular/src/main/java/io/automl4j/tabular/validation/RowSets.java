package io.automl4j.tabular.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Sets of row numbers. */
final class RowSets {
    private RowSets() {}

    static int[] where(int rows, IntPredicate condition) {
        return IntStream.range(0, rows).filter(condition).toArray();
    }

    /** Row numbers by ascending value; equal values keep the order that is given. */
    static int[] sortedBy(double[] values, int[] order) {
        long[] keyed = new long[order.length];
        int[] rank = ranks(values);
        for (int i = 0; i < order.length; i++) {
            keyed[i] = ((long) rank[order[i]] << Integer.SIZE) | i;
        }
        Arrays.sort(keyed);
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = order[(int) keyed[i]];
        }
        return sorted;
    }

    /** The rank of each value among the distinct values, from 0; NaN comes last. */
    static int[] ranks(double[] values) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        return Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    /** Folds from the number of the part that each row is validated in; rows of part -1 are always trained on. */
    static List<Fold> folds(int[] part, int parts) {
        List<Fold> folds = new ArrayList<>();
        for (int k = 0; k < parts; k++) {
            int fold = k;
            int[] validation = where(part.length, row -> part[row] == fold);
            if (validation.length > 0 && validation.length < part.length) {
                folds.add(new Fold(where(part.length, row -> part[row] != fold), validation));
            }
        }
        return folds;
    }
}
