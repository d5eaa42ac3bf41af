package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns that give the target away. Even rows are learned by heart – the majority class or the mean of each level, or
 * of each of a hundred ranges of a number – and odd rows are predicted from that one column alone.
 */
final class ProxyLint {
    private static final double SUSPICIOUS = 0.995;
    private static final int RANGES = 100;
    private static final int LEAST_ROWS = 40;
    private static final int MOST_COLUMNS = 2_000;

    private ProxyLint() {}

    static List<DataWarning> inspect(Table table, Labels labels, Task task) {
        List<DataWarning> warnings = new ArrayList<>();
        if (table.rows() < LEAST_ROWS || table.columns().size() > MOST_COLUMNS) {
            return warnings;
        }
        double prior = explained(new int[table.rows()], labels, task);
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            if (described.role() != Role.FEATURE) {
                continue;
            }
            double share = (explained(levels(table.column(i)), labels, task) - prior) / Math.max(1e-9, 1 - prior);
            if (share >= SUSPICIOUS) {
                warnings.add(new DataWarning(
                        DataWarning.Kind.PROXY,
                        described.name(),
                        "It predicts '%s' almost perfectly by itself.".formatted(task.target()),
                        "It was kept; if it is not known before the target is, leave it out."));
            }
        }
        return warnings;
    }

    private static int[] levels(Column column) {
        if (column instanceof StringColumn texts) {
            return IntStream.range(0, texts.size()).map(texts::code).toArray();
        }
        double[] values = IntStream.range(0, column.size())
                .mapToDouble(row -> column instanceof NumericColumn numbers ? numbers.value(row) : millis(column, row))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] bounds = IntStream.range(1, RANGES)
                .mapToDouble(i -> sorted[(int) ((long) sorted.length * i / RANGES)])
                .distinct()
                .toArray();
        return Arrays.stream(values)
                .mapToInt(value -> Double.isNaN(value) ? StringColumn.MISSING : place(bounds, value))
                .toArray();
    }

    private static double millis(Column column, int row) {
        return column.isMissing(row) ? Double.NaN : ((io.automl4j.api.table.TimeColumn) column).millis(row);
    }

    private static int place(double[] bounds, double value) {
        int found = Arrays.binarySearch(bounds, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The share of odd rows predicted rightly, or of their variance explained. */
    private static double explained(int[] levels, Labels labels, Task task) {
        return task.type().isClassification() ? accuracy(levels, labels, task) : variance(levels, labels);
    }

    private static double accuracy(int[] levels, Labels labels, Task task) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (int row = 0; row < levels.length; row += 2) {
            counts.computeIfAbsent(levels[row], level -> new int[task.outputs()])[labels.label(row)]++;
        }
        int right = 0;
        for (int row = 1; row < levels.length; row += 2) {
            int[] seen = counts.get(levels[row]);
            right += seen != null && most(seen) == labels.label(row) ? 1 : 0;
        }
        int odd = levels.length / 2;
        return (double) right / odd;
    }

    private static int most(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    private static double variance(int[] levels, Labels labels) {
        Map<Integer, double[]> sums = new HashMap<>();
        double mean = 0;
        for (int row = 0; row < levels.length; row++) {
            mean += labels.target(row) / levels.length;
        }
        for (int row = 0; row < levels.length; row += 2) {
            double[] sum = sums.computeIfAbsent(levels[row], level -> new double[2]);
            sum[0] += labels.target(row);
            sum[1]++;
        }
        double error = 0;
        double all = 0;
        for (int row = 1; row < levels.length; row += 2) {
            double[] sum = sums.get(levels[row]);
            double predicted = sum == null ? mean : sum[0] / sum[1];
            error += Math.pow(labels.target(row) - predicted, 2);
            all += Math.pow(labels.target(row) - mean, 2);
        }
        return all > 0 ? 1 - error / all : 0;
    }
}
