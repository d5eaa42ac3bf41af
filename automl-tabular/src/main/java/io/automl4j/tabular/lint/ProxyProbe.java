package io.automl4j.tabular.lint;

import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well a column predicts the target by itself, each row from the others: texts from the rows of equal text, numbers
 * from the four nearest in sorted order. Classes are judged by their mean recall, numbers by the R² of their ranks, so
 * that neither rare classes nor long tails decide. A copy or a consequence of the target reaches 1, whatever its form.
 */
final class ProxyProbe {
    private static final int REACH = 2;

    /** A class of fewer rows says nothing about a column. */
    private static final int FEW = 5;

    private final int[] rows;
    private final double[] targets;
    private final int classes;

    private ProxyProbe(int[] rows, double[] targets, int classes) {
        this.rows = rows;
        this.targets = targets;
        this.classes = classes;
    }

    /** A probe on some rows in random order, of each class at most its share of the wanted number. */
    static ProxyProbe of(Task task, Labels labels, int wanted, SplittableRandom random) {
        int classes = task.classes().size();
        int most = classes == 0 ? wanted : Math.max(FEW, wanted / classes);
        int[] left = new int[Math.max(1, classes)];
        Arrays.fill(left, most);
        int[] rows = Arrays.stream(Shuffles.order(labels.rows(), random))
                .filter(row -> left[classes == 0 ? 0 : labels.label(row)]-- > 0)
                .toArray();
        double[] targets = Arrays.stream(rows).mapToDouble(labels::target).toArray();
        return new ProxyProbe(rows, classes == 0 ? ranks(targets) : targets, classes);
    }

    /** Mean ranks, equal values sharing theirs. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int low = Arrays.binarySearch(sorted, values[i]);
            int high = low;
            while (low > 0 && sorted[low - 1] == values[i]) {
                low--;
            }
            while (high < sorted.length - 1 && sorted[high + 1] == values[i]) {
                high++;
            }
            ranks[i] = (low + high) / 2.0;
        }
        return ranks;
    }

    /** 1 is perfect; mean recall of the classes, or R² of the ranks. */
    double score(Column column) {
        return column instanceof StringColumn texts ? byLevel(texts) : byNeighbours(sorted(column));
    }

    private double byLevel(StringColumn texts) {
        int levels = texts.levels().size() + 1;
        return classes == 0 ? meansOfLevels(texts, levels) : majorities(texts, levels);
    }

    private double meansOfLevels(StringColumn texts, int levels) {
        double[] sums = new double[levels];
        int[] sizes = new int[levels];
        for (int i = 0; i < rows.length; i++) {
            int level = texts.code(rows[i]) + 1;
            sums[level] += targets[i];
            sizes[level]++;
        }
        double[] predicted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int level = texts.code(rows[i]) + 1;
            predicted[i] = sizes[level] == 1 ? 0 : (sums[level] - targets[i]) / (sizes[level] - 1);
        }
        return r2(predicted);
    }

    private double majorities(StringColumn texts, int levels) {
        long[] pairs = new long[rows.length];
        int[] sizes = new int[levels];
        for (int i = 0; i < rows.length; i++) {
            int level = texts.code(rows[i]) + 1;
            pairs[i] = (long) level * classes + (long) targets[i];
            sizes[level]++;
        }
        long[] sorted = pairs.clone();
        Arrays.sort(sorted);
        boolean[] right = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int others = sizes[texts.code(rows[i]) + 1] - 1;
            int alike = count(sorted, pairs[i]) - 1;
            right[i] = others > 0 && 2 * alike >= others;
        }
        return meanRecall(right);
    }

    private static int count(long[] sorted, long value) {
        return lowerBound(sorted, value + 1) - lowerBound(sorted, value);
    }

    private static int lowerBound(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Places of the probe's rows by ascending value; equal values in random order, as the rows are. */
    private int[] sorted(Column column) {
        long[] keyed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int bits = Float.floatToIntBits((float) number(column, rows[i]));
            keyed[i] = ((long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << Integer.SIZE) | i;
        }
        Arrays.sort(keyed);
        return Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
    }

    private static double number(Column column, int row) {
        if (column instanceof TimeColumn times) {
            return times.isMissing(row) ? Double.NaN : times.millis(row);
        }
        return column instanceof NumericColumn numbers ? numbers.value(row) + 0.0 : Double.NaN;
    }

    private double byNeighbours(int[] order) {
        double[] predicted = new double[order.length];
        boolean[] right = new boolean[order.length];
        for (int place = 0; place < order.length; place++) {
            int from = Math.max(0, place - REACH);
            int to = Math.min(order.length - 1, place + REACH);
            double target = targets[order[place]];
            double sum = -target;
            int alike = -1;
            for (int other = from; other <= to; other++) {
                sum += targets[order[other]];
                alike += targets[order[other]] == target ? 1 : 0;
            }
            int others = to - from;
            predicted[order[place]] = others == 0 ? 0 : sum / others;
            // half is enough: at the border of two classes half of the neighbours are beyond it
            right[order[place]] = 2 * alike >= others;
        }
        return classes == 0 ? r2(predicted) : meanRecall(right);
    }

    private double meanRecall(boolean[] right) {
        int[] hits = new int[classes];
        int[] sizes = new int[classes];
        for (int i = 0; i < right.length; i++) {
            int label = (int) targets[i];
            sizes[label]++;
            hits[label] += right[i] ? 1 : 0;
        }
        double sum = 0;
        int judged = 0;
        for (int label = 0; label < classes; label++) {
            if (sizes[label] >= FEW) {
                sum += (double) hits[label] / sizes[label];
                judged++;
            }
        }
        return judged < 2 ? 0 : sum / judged;
    }

    private double r2(double[] predicted) {
        double mean = Arrays.stream(targets).average().orElse(0);
        double error = 0;
        double spread = 0;
        for (int i = 0; i < predicted.length; i++) {
            error += (targets[i] - predicted[i]) * (targets[i] - predicted[i]);
            spread += (targets[i] - mean) * (targets[i] - mean);
        }
        return spread == 0 ? 0 : 1 - error / spread;
    }
}
