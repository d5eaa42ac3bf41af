package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A level as the smoothed mean of the target where it occurs – one for each class, one for two classes – and the
 * logarithm of its count (Micci-Barreca 2001, doi:10.1145/507533.507538). Missing cells are a level of their own;
 * unseen levels get the overall mean and a count of zero.
 *
 * <p>Training rows get statistics of the other inner folds only: the statistic of a level that occurs once would be
 * the row's own target.
 */
final class StatisticsEncoder implements ColumnEncoder {
    static final String KIND = "statistics";

    private static final int FOLDS = 5;
    private static final double SMOOTHING = 10;
    private static final int MOST_CLASSES = 30;

    private final String column;
    private final LevelIndex index;
    private final int width;
    /** Rows of {@link #width}: each level, then missing, then unseen. */
    private final float[] statistics;

    private StatisticsEncoder(String column, LevelIndex index, int width, float[] statistics) {
        this.column = column;
        this.index = index;
        this.width = width;
        this.statistics = statistics;
    }

    static StatisticsEncoder fit(String name, StringColumn column, Labels labels, Task task) {
        LevelIndex index = LevelIndex.frequent(column, Integer.MAX_VALUE);
        Sums sums = new Sums(index, targets(task), task.type());
        sums.addAll(column, labels);
        int width = targets(task) + 1;
        float[] statistics = new float[(index.size() + 2) * width];
        for (int slot = 0; slot < index.size() + 2; slot++) {
            for (int target = 0; target < width - 1; target++) {
                statistics[slot * width + target] = (float) sums.smoothed(slot, target, Sums.NO_FOLD);
            }
            statistics[slot * width + width - 1] = (float) Math.log1p(sums.count(slot));
        }
        return new StatisticsEncoder(name, index, width, statistics);
    }

    private static int targets(Task task) {
        return task.type() == TaskType.MULTICLASS ? Math.min(MOST_CLASSES, task.outputs()) : 1;
    }

    static StatisticsEncoder load(Node node) {
        return new StatisticsEncoder(
                node.text("column"),
                LevelIndex.of(node.texts("levels")),
                node.integer("width"),
                node.floats("statistics"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("levels", index.levels())
                .put("width", width)
                .put("statistics", statistics);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (int target = 0; target < width - 1; target++) {
            features.add(new Feature(column + "#mean" + target, 0));
        }
        features.add(new Feature(column + "#count", 0));
        return features;
    }

    private int slot(int number) {
        return switch (number) {
            case LevelIndex.MISSING -> index.size();
            case LevelIndex.UNSEEN -> index.size() + 1;
            default -> number;
        };
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = (StringColumn) cells;
        int[] translated = index.translate(texts);
        for (int row = 0; row < texts.size(); row++) {
            int slot = slot(LevelIndex.number(texts, translated, row));
            System.arraycopy(statistics, slot * width, out, offset + row * stride, width);
        }
    }

    /** Encodes the rows of the fit: each row's means leave out the inner fold that it belongs to. */
    void encodeTraining(StringColumn texts, Labels labels, Task task, long seed, float[] out, int offset, int stride) {
        encode(texts, out, offset, stride);
        Sums sums = new Sums(index, targets(task), task.type());
        sums.assignFolds(texts.size(), new SplittableRandom(seed));
        sums.addAll(texts, labels);
        int[] translated = index.translate(texts);
        for (int row = 0; row < texts.size(); row++) {
            int slot = slot(LevelIndex.number(texts, translated, row));
            for (int target = 0; target < width - 1; target++) {
                out[offset + row * stride + target] = (float) sums.smoothed(slot, target, sums.fold(row));
            }
        }
    }

    /** Weighted sums of the targets by level and inner fold. */
    private static final class Sums {
        static final int NO_FOLD = -1;

        private final LevelIndex index;
        private final int targets;
        private final TaskType type;
        private final double[] weights;
        private final double[] sums;
        private final double[] allWeights = new double[FOLDS];
        private final double[] allSums;
        private int[] folds = new int[0];

        Sums(LevelIndex index, int targets, TaskType type) {
            this.index = index;
            this.targets = targets;
            this.type = type;
            this.weights = new double[(index.size() + 2) * FOLDS];
            this.sums = new double[(index.size() + 2) * FOLDS * targets];
            this.allSums = new double[FOLDS * targets];
        }

        void assignFolds(int rows, SplittableRandom random) {
            folds = random.ints(rows, 0, FOLDS).toArray();
        }

        int fold(int row) {
            return folds.length == 0 ? 0 : folds[row];
        }

        void addAll(StringColumn column, Labels labels) {
            int[] translated = index.translate(column);
            for (int row = 0; row < column.size(); row++) {
                int number = LevelIndex.number(column, translated, row);
                int cell = (number == LevelIndex.MISSING ? index.size() : number) * FOLDS + fold(row);
                weights[cell] += labels.weight(row);
                allWeights[fold(row)] += labels.weight(row);
                for (int target = 0; target < targets; target++) {
                    double value = labels.weight(row) * value(labels, row, target);
                    sums[cell * targets + target] += value;
                    allSums[fold(row) * targets + target] += value;
                }
            }
        }

        private double value(Labels labels, int row, int target) {
            return switch (type) {
                case REGRESSION -> labels.target(row);
                case BINARY -> labels.label(row);
                case MULTICLASS -> labels.label(row) == target ? 1 : 0;
            };
        }

        double count(int slot) {
            double count = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                count += weights[slot * FOLDS + fold];
            }
            return count;
        }

        double smoothed(int slot, int target, int leftOut) {
            double weight = 0;
            double sum = 0;
            double allWeight = 0;
            double all = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                if (fold != leftOut) {
                    weight += weights[slot * FOLDS + fold];
                    sum += sums[(slot * FOLDS + fold) * targets + target];
                    allWeight += allWeights[fold];
                    all += allSums[fold * targets + target];
                }
            }
            double mean = allWeight > 0 ? all / allWeight : 0;
            return (sum + SMOOTHING * mean) / (weight + SMOOTHING);
        }
    }
}
