package io.automl4j.model.explain;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Values of a column at which a model is looked at: of numbers and times quantiles, of levels the most frequent ones. Each is
 * a cell of the column and is known by the row that it stands in, so that it need not be made.
 *
 * @param column the cells
 * @param rows where the values stand, in ascending order of numbers and times, the most frequent level first
 */
record Grid(Column column, int[] rows) {

    static Grid of(Column column, int most) {
        return new Grid(column, isOrdered(column) ? quantiles(column, most) : levels((StringColumn) column, most));
    }

    static boolean isOrdered(Column column) {
        return !(column instanceof StringColumn);
    }

    int size() {
        return rows.length;
    }

    private static int[] quantiles(Column column, int most) {
        int[] sorted = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> Cells.number(column, row)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] distinct = distinct(column, sorted);
        if (distinct.length <= most) {
            return distinct;
        }
        int[] chosen = IntStream.range(0, most)
                .map(i -> sorted[(int) ((long) i * (sorted.length - 1) / (most - 1))])
                .toArray();
        return distinct(column, chosen);
    }

    private static int[] distinct(Column column, int[] sorted) {
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || Cells.number(column, sorted[i]) != Cells.number(column, sorted[i - 1]))
                .map(i -> sorted[i])
                .toArray();
    }

    private static int[] levels(StringColumn column, int most) {
        Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                rows.computeIfAbsent(column.code(row), unused -> new ArrayList<>())
                        .add(row);
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> same) -> -same.size()))
                .limit(most)
                .mapToInt(same -> same.get(0))
                .toArray();
    }

    /**
     * For each row its place among the values: of numbers and times the first one that is not less; -1 if the cell is missing,
     * or a level that is not here.
     */
    int[] places() {
        if (column instanceof StringColumn texts) {
            Map<Integer, Integer> known = new LinkedHashMap<>();
            for (int row : rows) {
                known.put(texts.code(row), known.size());
            }
            return IntStream.range(0, column.size())
                    .map(row -> known.getOrDefault(texts.code(row), -1))
                    .toArray();
        }
        double[] values =
                IntStream.of(rows).mapToDouble(row -> Cells.number(column, row)).toArray();
        return IntStream.range(0, column.size())
                .map(row -> place(values, Cells.number(column, row)))
                .toArray();
    }

    private static int place(double[] values, double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int place = 0;
        while (values[place] < value) {
            place++;
        }
        return place;
    }

    /** How many rows have each place. */
    int[] counts() {
        int[] counts = new int[size()];
        for (int place : places()) {
            if (place >= 0) {
                counts[place]++;
            }
        }
        return counts;
    }
}
