package io.automl4j.smile;

import io.automl4j.api.Seeds;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.GrowingForest;
import java.util.SplittableRandom;
import smile.base.cart.CART;
import smile.base.cart.Loss;
import smile.base.cart.SplitRule;
import smile.classification.DecisionTree;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.BaseVector;
import smile.data.vector.FloatVector;
import smile.math.MathEx;
import smile.regression.RegressionTree;

/** Grows one of Smile's trees an iteration, each on a bag of rows. */
final class ForestTraining implements Training {
    private static final int MOST_DEPTH = 40;

    private final FoldData data;
    private final DataFrame frame;
    private final int[][] order;
    private final int[] labels;
    private final double[] values;
    private final int tried;
    private final int nodeSize;
    private final long seed;
    private final GrowingForest forest;

    ForestTraining(FoldData data, double features, int nodeSize, long seed, GrowingForest forest) {
        this.data = data;
        this.frame = frame(data.train());
        this.order = CART.order(frame);
        int rows = data.train().rows();
        this.labels = new int[rows];
        this.values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = data.labels().target(row);
            labels[row] = (int) values[row];
        }
        int width = data.train().width();
        // Smile tries all columns in the common pool, which is not ours to use; all but one in the calling thread
        this.tried = Math.max(1, Math.min(width - 1, (int) Math.round(features * width)));
        this.nodeSize = nodeSize;
        this.seed = seed;
        this.forest = forest;
    }

    private static DataFrame frame(EncodedRows rows) {
        BaseVector<?, ?, ?>[] columns = new BaseVector<?, ?, ?>[rows.width()];
        for (int feature = 0; feature < columns.length; feature++) {
            float[] column = new float[rows.rows()];
            for (int row = 0; row < column.length; row++) {
                column[row] = rows.get(row, feature);
            }
            columns[feature] = FloatVector.of("f" + feature, column);
        }
        return DataFrame.of(columns);
    }

    @Override
    public int iteration() {
        return forest.size();
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        while (forest.size() < toIteration) {
            cancellation.check();
            // Smile draws the columns of a split from the thread's own source
            long treeSeed = Seeds.mix(seed, forest.size());
            MathEx.setSeed(treeSeed);
            forest.add(SmileTree.of(grow(bag(new SplittableRandom(treeSeed))), data.task()));
        }
    }

    private CART grow(int[] bag) {
        int mostNodes = Math.max(2, values.length);
        if (data.task().type().isClassification()) {
            StructField response = new StructField("y", DataTypes.IntegerType);
            return new DecisionTree(
                    frame,
                    labels,
                    response,
                    data.task().outputs(),
                    SplitRule.GINI,
                    MOST_DEPTH,
                    mostNodes,
                    nodeSize,
                    tried,
                    bag,
                    order);
        }
        StructField response = new StructField("y", DataTypes.DoubleType);
        return new RegressionTree(frame, Loss.ls(values), response, MOST_DEPTH, mostNodes, nodeSize, tried, bag, order);
    }

    /** How often each row is drawn: as many draws as there are rows, with replacement, in proportion to the weights. */
    private int[] bag(SplittableRandom random) {
        int rows = values.length;
        int[] bag = new int[rows];
        if (!data.labels().isWeighted()) {
            for (int i = 0; i < rows; i++) {
                bag[random.nextInt(rows)]++;
            }
            return bag;
        }
        double[] sums = new double[rows];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += data.labels().weight(row);
            sums[row] = sum;
        }
        for (int i = 0; i < rows; i++) {
            int found = java.util.Arrays.binarySearch(sums, random.nextDouble() * sum);
            int row = found >= 0 ? found + 1 : -found - 1;
            bag[Math.min(row, rows - 1)]++;
        }
        return bag;
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return forest.model();
    }

    @Override
    public Block checkpoint() {
        return forest.checkpoint();
    }
}
