package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.TimeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward chaining: rows are cut into blocks of time, and each block but the first is validated by a model of all
 * earlier ones. Rows of equal time stay together. Rows without a time count as the earliest, so that they are only
 * trained on.
 */
final class TimeFolds {
    private final int[] rank;
    private final int[] firstPlace;

    TimeFolds(ColumnSchema described, Column column) {
        double[] times = times(described, column);
        double[] distinct = Arrays.stream(times).sorted().distinct().toArray();
        if (distinct.length < 2) {
            throw new DataException(
                    "Time column '%s' has one time only, so that no rows are later than others.%nMaybe another column holds the times."
                            .formatted(described.name()));
        }
        rank = RowSets.ranks(times);
        firstPlace = new int[distinct.length + 1];
        for (int r : rank) {
            firstPlace[r + 1]++;
        }
        Arrays.parallelPrefix(firstPlace, Integer::sum);
    }

    private static double[] times(ColumnSchema described, Column column) {
        double[] times = new double[column.size()];
        for (int row = 0; row < times.length; row++) {
            if (column.isMissing(row)) {
                times[row] = Double.NEGATIVE_INFINITY;
            } else if (column instanceof TimeColumn instants) {
                times[row] = instants.millis(row);
            } else if (column instanceof NumericColumn numbers) {
                times[row] = numbers.value(row);
            } else {
                throw new DataException(
                        "Time column '%s' is %s, such as '%s', and has no order.%nMaybe read it as a datetime."
                                .formatted(described.name(), described.kind(), column.text(row)));
            }
        }
        return times;
    }

    /** The folds, the one with the latest rows first. */
    List<Fold> chain(int count) {
        List<Fold> folds = new ArrayList<>();
        int end = firstPlace.length - 1;
        for (int block = count; block >= 1 && end > 1; block--) {
            int start = Math.max(1, Math.min(end - 1, rankAt((double) block / (count + 1))));
            folds.add(between(start, end));
            end = start;
        }
        return folds;
    }

    List<Fold> holdOut(double share) {
        int end = firstPlace.length - 1;
        return List.of(between(Math.max(1, Math.min(end - 1, rankAt(1 - share))), end));
    }

    /** The time whose first row is nearest to a share of all rows. */
    private int rankAt(double share) {
        double place = share * rank.length;
        int found = Arrays.binarySearch(firstPlace, (int) place);
        int above = found >= 0 ? found : Math.min(-found - 1, firstPlace.length - 1);
        return above > 0 && place - firstPlace[above - 1] < firstPlace[above] - place ? above - 1 : above;
    }

    private Fold between(int start, int end) {
        return new Fold(
                RowSets.where(rank.length, row -> rank[row] < start),
                RowSets.where(rank.length, row -> rank[row] >= start && rank[row] < end));
    }
}
