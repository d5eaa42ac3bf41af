package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.neural.kernel.JavaGemm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkTrainingTest {
    private static final int ROWS = 300;
    private static final List<Feature> FEATURES = List.of(new Feature("a", 0), new Feature("b", 0));

    /** Two classes on two sides of a circle, or the distance from its centre. */
    private static FoldData circle(boolean classes) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[2 * ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = (float) random.nextGaussian();
            values[2 * row + 1] = (float) random.nextGaussian();
            double distance = Math.hypot(values[2 * row], values[2 * row + 1]);
            targets[row] = classes ? (distance > 1.1 ? 1 : 0) : 100 + 10 * distance;
        }
        Task task = classes
                ? new Task(TaskType.BINARY, "y", List.of("in", "out"))
                : new Task(TaskType.REGRESSION, "y", List.of());
        return FoldData.of(task, EncodedRows.of(FEATURES, values, ROWS), Labels.of(targets));
    }

    private static NetworkSpec network(int scores, int members, Norm norm, boolean tangent) {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 0, 0, true);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, false, norm, 0.1f, tangent);
        return new Architecture(inputs, new Mlp(List.of(16, 16), style), members).network(scores);
    }

    private static NetworkTraining training(NetworkSpec spec, Recipe recipe, FoldData data) {
        Loss loss = data.task().type().isClassification() ? new Loss.CrossEntropy(0) : new Loss.SquaredError();
        float[] start = Initialisation.draw(spec, 0.1, new SplittableRandom(1));
        List<Group> groups = List.of(new Group(0, spec.parameters(), 1, false));
        return new NetworkTraining(
                new NetworkTraining.Plan(spec, recipe, loss, groups, start), data, new JavaGemm(), 7);
    }

    static Stream<Arguments> recipes() {
        Recipe plain = Recipe.realMlp(30, 32, true);
        return Stream.of(
                Arguments.of("tangent", network(2, 1, Norm.NONE, true), plain),
                Arguments.of("members", network(2, 4, Norm.NONE, true), plain),
                Arguments.of(
                        "standard, Nesterov, mixup",
                        network(2, 1, Norm.LAYER, false),
                        new Recipe(60, 32, 0.05, Schedule.ONE_CYCLE, 1e-4, Schedule.CONSTANT, 0.9, 0, 1, 0.05, 0.2)));
    }

    private static float[] predictions(NetworkTraining training, FoldData data) {
        float[] out = new float[ROWS * data.task().outputs()];
        training.model(training.iteration()).predict(data.train(), out);
        return out;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void classesAreLearned(String name, NetworkSpec spec, Recipe recipe) {
        FoldData data = circle(true);
        NetworkTraining training = training(spec, recipe, data);
        training.advance(recipe.epochs(), () -> false);
        double loss = Metrics.LOG_LOSS.loss(data.labels(), Predictions.of(predictions(training, data), 2));
        assertThat(loss).isLessThan(0.25);
    }

    @Test
    void numbersAreLearnedInTheirOwnUnits() {
        FoldData data = circle(false);
        NetworkTraining training = training(network(1, 1, Norm.NONE, true), Recipe.realMlp(40, 32, false), data);
        training.advance(40, () -> false);
        double error = Metrics.RMSE.loss(data.labels(), Predictions.of(predictions(training, data), 1));
        assertThat(error).as("of a deviation of about 6.5").isLessThan(1.5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void whatWasStoppedGoesOnExactly(String name, NetworkSpec spec, Recipe recipe) {
        FoldData data = circle(true);
        NetworkTraining whole = training(spec, recipe, data);
        whole.advance(9, () -> false);
        NetworkTraining first = training(spec, recipe, data);
        first.advance(4, () -> false);
        NetworkTraining second = training(spec, recipe, data);
        second.restore(first.checkpoint());
        assertThat(second.iteration()).isEqualTo(4);
        second.advance(9, () -> false);
        assertThat(predictions(second, data)).containsExactly(predictions(whole, data));
    }

    @Test
    void aRateThatIsTooHighIsNamed() {
        Recipe wild = new Recipe(20, 32, 1e20, Schedule.CONSTANT, 0, Schedule.CONSTANT, 0.9, 0, 0, 0, 0);
        NetworkTraining training = training(network(1, 1, Norm.NONE, false), wild, circle(false));
        assertThatThrownBy(() -> training.advance(20, () -> false))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("learning rate 1.0E20 is too high");
    }

    @Test
    void cancellationEndsWithinAStep() {
        NetworkTraining training = training(network(2, 1, Norm.NONE, true), Recipe.realMlp(30, 32, true), circle(true));
        int[] asked = {0};
        assertThatThrownBy(() -> training.advance(30, () -> ++asked[0] > 5)).isInstanceOf(CancelledException.class);
        assertThat(asked[0]).isEqualTo(6);
    }
}
