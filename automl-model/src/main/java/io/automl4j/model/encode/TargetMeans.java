package io.automl4j.model.encode;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Smoothed weighted means of the target within groups of training rows: of the number, of the second of two classes,
 * or of each of several classes. The training rows are dealt into inner folds, so that a mean can leave one out.
 */
final class TargetMeans {
    static final int FOLDS = 5;
    /** In place of a fold to leave out. */
    static final int NO_FOLD = -1;

    private static final double SMOOTHING = 10;
    /** Of more classes those of the greatest weight. */
    private static final int MOST_CLASSES = 30;

    private final Labels labels;
    /** The classes that have a mean, ascending; empty for regression. */
    private final int[] classes;
    /** For each class its position among {@link #classes}, or -1. */
    private final int[] positions;

    private final int[] folds;
    private final double[] overall;

    private TargetMeans(Labels labels, int[] classes, int outputs, int[] folds) {
        this.labels = labels;
        this.classes = classes;
        this.positions = new int[outputs];
        Arrays.fill(positions, -1);
        for (int i = 0; i < classes.length; i++) {
            positions[classes[i]] = i;
        }
        this.folds = folds;
        this.overall = overall();
    }

    static TargetMeans of(Labels labels, Task task, long seed) {
        int[] classes = switch (task.type()) {
            case REGRESSION, QUANTILE -> new int[0];
            case BINARY -> new int[] {1};
            case MULTICLASS -> heaviest(labels, task.outputs());
        };
        int outputs = task.type().isClassification() ? task.outputs() : 0;
        return new TargetMeans(labels, classes, outputs, dealt(labels.rows(), new SplittableRandom(seed)));
    }

    private static int[] heaviest(Labels labels, int outputs) {
        double[] weights = new double[outputs];
        for (int row = 0; row < labels.rows(); row++) {
            weights[labels.label(row)] += labels.weight(row);
        }
        return IntStream.range(0, outputs)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -weights[c]).thenComparing(c -> c))
                .limit(MOST_CLASSES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Folds of equal size in random order. */
    private static int[] dealt(int rows, SplittableRandom random) {
        int[] folds = new int[rows];
        for (int row = 0; row < rows; row++) {
            int other = random.nextInt(row + 1);
            folds[row] = folds[other];
            folds[other] = row % FOLDS;
        }
        return folds;
    }

    /** The number of means of a group. */
    int width() {
        return Math.max(1, classes.length);
    }

    /** What a mean is of, for names: the index of a class, or nothing where there is one mean only. */
    String name(int target) {
        return classes.length > 1 ? Integer.toString(classes[target]) : "";
    }

    /** The inner fold of a row. */
    int fold(int row) {
        return folds[row];
    }

    /** The means of all rows. */
    double[] overall() {
        double[] sums = new double[width()];
        double weight = 0;
        for (int row = 0; row < labels.rows(); row++) {
            add(sums, 0, row);
            weight += labels.weight(row);
        }
        for (int target = 0; target < sums.length; target++) {
            sums[target] = weight > 0 ? sums[target] / weight : 0;
        }
        return sums;
    }

    /**
     * Means of groups, pulled towards the means of all rows by the weight of ten rows.
     *
     * <p>All rows means the left-out ones too: an overall mean without its own fold tells a row its target backwards,
     * while one that is the same for every row tells nothing.
     *
     * @param groups for each row its group; -1 for none
     * @return {@code [count × width]}
     */
    float[] smoothed(int[] groups, int count, int leftOut) {
        int width = width();
        double[] sums = new double[count * width];
        double[] weights = new double[count];
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0 && folds[row] != leftOut) {
                add(sums, groups[row] * width, row);
                weights[groups[row]] += labels.weight(row);
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            double mean = (sums[i] + SMOOTHING * overall[i % width]) / (weights[i / width] + SMOOTHING);
            means[i] = NumberEncoder.single(mean);
        }
        return means;
    }

    private void add(double[] sums, int at, int row) {
        if (positions.length == 0) {
            sums[at] += labels.weight(row) * labels.target(row);
        } else if (positions[labels.label(row)] >= 0) {
            sums[at + positions[labels.label(row)]] += labels.weight(row);
        }
    }
}
