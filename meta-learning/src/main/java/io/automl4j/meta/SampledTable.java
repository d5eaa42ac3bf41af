package io.automl4j.meta;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some rows and columns of a table as numbers; NaN where a cell is missing.
 *
 * @param columns the columns, texts left out
 * @param targets class numbers or numbers
 * @param classes the number of classes; 0 for numbers
 */
record SampledTable(List<Sampled> columns, double[] targets, int classes) {
    private static final int ROWS = 5_000;
    private static final int COLUMNS = 120;

    /**
     * A column.
     *
     * @param values numbers, or numbers of levels
     * @param isCategorical whether they are numbers of levels
     */
    record Sampled(double[] values, boolean isCategorical) {}

    static SampledTable draw(Table table, Labels labels, Task task, SplittableRandom random) {
        int[] rows = some(table.rows(), ROWS, random);
        List<Integer> features = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            boolean isText = described.kind() == ColumnKind.TEXT || described.kind() == ColumnKind.ID;
            if (described.role() == Role.FEATURE && !isText) {
                features.add(i);
            }
        }
        List<Sampled> columns = new ArrayList<>();
        for (int feature : some(features.size(), COLUMNS, random)) {
            columns.add(column(table.column(features.get(feature)), rows));
        }
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            targets[i] = labels.target(rows[i]);
        }
        return new SampledTable(columns, targets, task.classes().size());
    }

    /** At most so many of the first numbers, in rising order. */
    private static int[] some(int of, int most, SplittableRandom random) {
        int[] some = new int[Math.min(of, most)];
        for (int i = 0, taken = 0; taken < some.length; i++) {
            // each of the rest with the same chance (Knuth's algorithm S)
            if (random.nextDouble() * (of - i) < some.length - taken) {
                some[taken++] = i;
            }
        }
        return some;
    }

    private static Sampled column(Column column, int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.isMissing(rows[i]) ? Double.NaN : value(column, rows[i]);
        }
        return new Sampled(values, column instanceof StringColumn);
    }

    private static double value(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return numbers.value(row);
        }
        return column instanceof TimeColumn times ? times.millis(row) : ((StringColumn) column).code(row);
    }

    int rows() {
        return targets.length;
    }

    List<double[]> numeric() {
        return columns.stream()
                .filter(column -> !column.isCategorical())
                .map(Sampled::values)
                .toList();
    }
}
