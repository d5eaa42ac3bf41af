package io.automl4j.model.explain;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.TreesModel;
import java.util.List;

/**
 * Exact Shapley values of the models of a member that are all trees, of their mean score. The players are the raw columns: all
 * that is encoded from one column is known together, or not at all. Sums over encoded columns would be values of another
 * game, and folds do not encode alike.
 */
final class MemberShap {
    private final List<String> columns;
    private final int rows;
    private final int scores;
    /** What a fold counts. */
    private final double share;

    private final double[] base;
    private final double[] values;
    private final double[] predictions;

    /**
     * A sum that is empty.
     *
     * @param columns the raw columns
     * @param rows the number of rows
     * @param scores the number of scores of a row
     * @param folds the number of models
     */
    MemberShap(List<String> columns, int rows, int scores, int folds) {
        this.columns = columns;
        this.rows = rows;
        this.scores = scores;
        this.share = 1.0 / folds;
        this.base = new double[scores];
        this.values = new double[Checks.values(rows, (long) columns.size() * scores)];
        this.predictions = new double[rows * scores];
    }

    /** Adds the model of a fold. */
    void add(TreesModel model, FittedEncoder encoder, EncodedRows encoded) {
        int[] players = encoder.sources().stream().mapToInt(columns::indexOf).toArray();
        float[] starts = model.base();
        for (int score = 0; score < scores; score++) {
            addToAll(score, (double) starts[score] * model.scale() * share);
        }
        for (int number = 0; number < model.size(); number++) {
            int target = model.target(number);
            add(ShapTree.of(model.tree(number), players), target, encoded, model.scale() * share);
        }
    }

    private void addToAll(int score, double start) {
        base[score] += start;
        for (int row = 0; row < rows; row++) {
            predictions[row * scores + score] += start;
        }
    }

    /** Adds a tree, whose leaves hold a value for one score, or for each. */
    private void add(ShapTree tree, int target, EncodedRows encoded, double scale) {
        int first = Math.max(0, target);
        int width = target < 0 ? scores : 1;
        double[] expected = tree.expected(width);
        for (int i = 0; i < width; i++) {
            base[first + i] += expected[i] * scale;
        }
        for (int row = 0; row < rows; row++) {
            int at = row * encoded.width();
            float[] leaf = tree.leafOf(encoded.values(), at);
            double[] added = new double[columns.size() * width];
            new TreeShap(tree, encoded.values(), at, added).run();
            for (int i = 0; i < width; i++) {
                predictions[row * scores + first + i] += leaf[i] * scale;
            }
            for (int i = 0; i < added.length; i++) {
                int column = row * columns.size() + i / width;
                values[column * scores + first + i % width] += added[i] * scale;
            }
        }
    }

    Attributions attributions() {
        return Attributions.of(columns, base, values, new double[values.length], predictions);
    }
}
