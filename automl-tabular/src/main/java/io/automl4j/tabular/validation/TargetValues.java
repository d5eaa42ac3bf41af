package io.automl4j.tabular.validation;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The distinct values of a target column, as text and as numbers. */
final class TargetValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private TargetValues() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The distinct texts of present cells: in numeric order if all are numbers, else in alphabetical order. */
    static List<String> distinct(Column column) {
        List<String> texts =
                new ArrayList<>(column instanceof NumericColumn numbers ? numbers(numbers) : present(column));
        boolean numeric = texts.stream().allMatch(TargetValues::isNumber);
        texts.sort(
                numeric
                        ? Comparator.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder())
                        : Comparator.naturalOrder());
        return texts;
    }

    private static List<String> numbers(NumericColumn column) {
        double[] sorted = new double[column.size()];
        for (int row = 0; row < sorted.length; row++) {
            // 0 and -0 are one number
            sorted[row] = column.value(row) + 0.0;
        }
        Arrays.sort(sorted);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                texts.add(NumericColumn.format(sorted[i]));
            }
        }
        return texts;
    }

    /** Not simply the dictionary: after a selection of rows it may hold texts that no row has. */
    private static Set<String> present(Column column) {
        Set<String> texts = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                texts.add(column.text(row));
            }
        }
        return texts;
    }

    /** For each row the index of its class, NaN if the cell is missing. Unknown texts give -1. */
    static double[] indices(Column column, List<String> classes) {
        Map<String, Integer> known = new HashMap<>();
        classes.forEach(text -> known.put(text, known.size()));
        double[] indices = new double[column.size()];
        if (column instanceof StringColumn texts) {
            int[] ofLevel = texts.levels().stream()
                    .mapToInt(level -> known.getOrDefault(level, -1))
                    .toArray();
            for (int row = 0; row < indices.length; row++) {
                indices[row] = texts.isMissing(row) ? Double.NaN : ofLevel[texts.code(row)];
            }
            return indices;
        }
        for (int row = 0; row < indices.length; row++) {
            indices[row] = column.isMissing(row) ? Double.NaN : known.getOrDefault(column.text(row), -1);
        }
        return indices;
    }

    /** For each row its number, NaN if the cell is missing. */
    static double[] values(Column column) {
        double[] values = new double[column.size()];
        if (column instanceof NumericColumn numbers) {
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers.value(row);
            }
            return values;
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : Double.parseDouble(column.text(row));
        }
        return values;
    }
}
