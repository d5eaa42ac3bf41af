package io.automl4j.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.predictor.TreesModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smile.base.cart.DecisionNode;
import smile.base.cart.Loss;
import smile.base.cart.SplitRule;
import smile.classification.DecisionTree;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.FloatVector;
import smile.math.MathEx;
import smile.regression.RegressionTree;

class SmileTreeTest {
    private static final int ROWS = 300;
    private static final int WIDTH = 3;

    private final float[] values = new float[ROWS * WIDTH];
    private final int[] classes = new int[ROWS];
    private final double[] numbers = new double[ROWS];
    private DataFrame frame = DataFrame.of(FloatVector.of("none", new float[0]));
    private EncodedRows rows = EncodedRows.of(List.of(), new float[0], 0);

    @BeforeEach
    void fill() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        for (int row = 0; row < ROWS; row++) {
            double sum = 3 * values[row * WIDTH] + values[row * WIDTH + 1] + random.nextDouble() / 2;
            classes[row] = (int) (sum / 1.6);
            numbers[row] = 100 * sum;
        }
        FloatVector[] columns = IntStream.range(0, WIDTH).mapToObj(this::column).toArray(FloatVector[]::new);
        frame = DataFrame.of(columns);
        List<Feature> features =
                IntStream.range(0, WIDTH).mapToObj(i -> new Feature("f" + i, 0)).toList();
        rows = EncodedRows.of(features, values, ROWS);
    }

    private FloatVector column(int feature) {
        float[] column = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            column[row] = values[row * WIDTH + feature];
        }
        return FloatVector.of("f" + feature, column);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REGRESSION", "QUANTILE"})
    void sharesAreThoseOfTheLeafThatSmileFinds(TaskType type) {
        MathEx.setSeed(1);
        Task task = new Task(type, "y", type == TaskType.BINARY ? List.of("a", "b") : List.of("a", "b", "c"));
        int outputs = task.outputs();
        int[] labels = IntStream.of(classes).map(k -> Math.min(k, outputs - 1)).toArray();
        StructField response = new StructField("y", DataTypes.IntegerType);
        DecisionTree tree =
                new DecisionTree(frame, labels, response, outputs, SplitRule.GINI, 20, ROWS, 2, 2, null, null);
        float[] predicted = new float[ROWS * outputs];
        TreesModel.forest(outputs).add(SmileTree.of(tree, task)).build().predict(rows, predicted);
        for (int row = 0; row < ROWS; row++) {
            DecisionNode leaf = (DecisionNode) tree.root().predict(frame.get(row));
            double total = IntStream.of(leaf.count()).sum();
            for (int k = 0; k < outputs; k++) {
                assertThat((double) predicted[row * outputs + k]).isCloseTo(leaf.count()[k] / total, within(1e-6));
            }
        }
    }

    @Test
    void valuesAreThoseThatSmilePredicts() {
        MathEx.setSeed(1);
        StructField response = new StructField("y", DataTypes.DoubleType);
        RegressionTree tree = new RegressionTree(frame, Loss.ls(numbers), response, 20, ROWS, 2, 2, null, null);
        float[] predicted = new float[ROWS];
        Task task = new Task(TaskType.REGRESSION, "y", List.of());
        TreesModel.forest(1).add(SmileTree.of(tree, task)).build().predict(rows, predicted);
        for (int row = 0; row < ROWS; row++) {
            double expected = tree.predict(frame.get(row));
            assertThat((double) predicted[row]).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
        }
    }
}
