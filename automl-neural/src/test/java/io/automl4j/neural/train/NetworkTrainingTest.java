package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.Embedding;
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
        TrainingPlan plan = new TrainingPlan(spec, recipe, loss, start);
        Learned learned = Learned.of(data, recipe.augmentation());
        return new NetworkTraining(plan, data, learned, new NativeTrainer(plan, learned, new JavaGemm(), 7));
    }

    static Stream<Arguments> recipes() {
        Recipe plain = simple(30);
        return Stream.of(
                Arguments.of("tangent", network(2, 1, Norm.NONE, true), plain),
                Arguments.of("members", network(2, 4, Norm.NONE, true), plain),
                Arguments.of(
                        "standard, Nesterov, mixup",
                        network(2, 1, Norm.LAYER, false),
                        new Recipe(
                                60,
                                32,
                                new Descent(0.05, Schedule.ONE_CYCLE, 1e-4, Schedule.CONSTANT, 0.9, 0, 1),
                                new Augmentation(0.05, 0.2, 0),
                                Averaging.NONE)),
                Arguments.of("cutout, EMA", network(2, 1, Norm.NONE, true), averaged(0.1, Averaging.EMA)),
                Arguments.of("SWA", network(2, 1, Norm.BATCH, true), averaged(0, Averaging.SWA)),
                Arguments.of("snapshots", network(2, 1, Norm.NONE, true), averaged(0, Averaging.SNAPSHOTS)));
    }

    private static Recipe simple(int epochs) {
        return Recipe.plain(epochs, 32, Descent.adamW(0.04, Schedule.COSLOG4, 0));
    }

    private static Recipe averaged(double cutout, Averaging averaging) {
        Descent descent = Descent.adamW(0.04, Schedule.COSLOG4, 0);
        return new Recipe(60, 32, descent, new Augmentation(0, 0, cutout), averaging);
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
        training.advance(Milestones.COUNT, () -> false);
        double loss = Metrics.LOG_LOSS.loss(data.labels(), Predictions.of(predictions(training, data), 2));
        assertThat(loss).isLessThan(0.25);
    }

    @Test
    void numbersAreLearnedInTheirOwnUnits() {
        FoldData data = circle(false);
        NetworkTraining training = training(network(1, 1, Norm.NONE, true), simple(40), data);
        training.advance(Milestones.COUNT, () -> false);
        double error = Metrics.RMSE.loss(data.labels(), Predictions.of(predictions(training, data), 1));
        assertThat(error).as("of a deviation of about 6.5").isLessThan(1.5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void whatWasStoppedGoesOnExactly(String name, NetworkSpec spec, Recipe recipe) {
        FoldData data = circle(true);
        NetworkTraining first = training(spec, recipe, data);
        first.advance(2, () -> false);
        assertGoesOn(first, spec, recipe);
    }

    /** From the checkpoint after two iterations it comes to where a training without a stop does. */
    private static void assertGoesOn(NetworkTraining stopped, NetworkSpec spec, Recipe recipe) {
        FoldData data = circle(true);
        NetworkTraining whole = training(spec, recipe, data);
        whole.advance(5, () -> false);
        NetworkTraining second = training(spec, recipe, data);
        second.restore(stopped.checkpoint());
        assertThat(second.iteration()).isEqualTo(2);
        second.advance(5, () -> false);
        assertThat(predictions(second, data)).containsExactly(predictions(whole, data));
    }

    @Test
    void aRateThatIsTooHighIsNamed() {
        Recipe wild = Recipe.plain(20, 32, new Descent(1e20, Schedule.CONSTANT, 0, Schedule.CONSTANT, 0.9, 0, 0));
        NetworkTraining training = training(network(1, 1, Norm.NONE, false), wild, circle(false));
        assertThatThrownBy(() -> training.advance(Milestones.COUNT, () -> false))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("learning rate 1.0E20 is too high");
    }

    @Test
    void cancellationEndsWithinAStep() {
        NetworkTraining training = training(network(2, 1, Norm.NONE, true), simple(30), circle(true));
        int[] asked = {0};
        assertThatThrownBy(() -> training.advance(Milestones.COUNT, () -> ++asked[0] > 5))
                .isInstanceOf(CancelledException.class);
        assertThat(asked[0]).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void whatWasCancelledGoesOnFromItsLastIteration(String name, NetworkSpec spec, Recipe recipe) {
        FoldData data = circle(true);
        NetworkTraining first = training(spec, recipe, data);
        first.advance(2, () -> false);
        int[] asked = {0};
        assertThatThrownBy(() -> first.advance(5, () -> ++asked[0] > 15)).isInstanceOf(CancelledException.class);
        assertGoesOn(first, spec, recipe);
    }

    /** Also while it predicts the rows that it watches. */
    @Test
    void whatIsCancelledWhileItWatchesGoesOnFromItsLastIteration() {
        FoldData data = circle(true);
        FoldData watched = new FoldData(data.task(), data.train(), data.labels(), data.train(), data.labels());
        NetworkSpec spec = network(2, 1, Norm.NONE, true);
        int[] unwatched = {0};
        int[] asked = {0};
        training(spec, simple(60), data).advance(1, () -> ++unwatched[0] < 0);
        NetworkTraining training = training(spec, simple(60), watched);
        assertThatThrownBy(() -> training.advance(1, () -> ++asked[0] > unwatched[0] + 1))
                .isInstanceOf(CancelledException.class);
        assertThat(training.iteration()).isZero();
        training.advance(5, () -> false);
        NetworkTraining whole = training(spec, simple(60), watched);
        whole.advance(5, () -> false);
        assertThat(predictions(training, data)).containsExactly(predictions(whole, data));
    }

    @Test
    void anInterruptedThreadStopsAndLeavesItsCheckpoint() {
        NetworkSpec spec = network(2, 1, Norm.NONE, true);
        NetworkTraining first = training(spec, simple(60), circle(true));
        first.advance(2, () -> false);
        int[] asked = {0};
        Cancellation interrupting = () -> {
            if (++asked[0] == 15) {
                Thread.currentThread().interrupt();
            }
            return false;
        };
        assertThatThrownBy(() -> first.advance(5, interrupting)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted())
                .as("the flag is kept, and cleared here")
                .isTrue();
        assertThat(asked[0]).as("within a step").isEqualTo(15);
        assertGoesOn(first, spec, simple(60));
    }

    @Test
    void watchedRowsSayHowGoodEachIterationIs() {
        FoldData data = circle(true);
        FoldData watched = new FoldData(data.task(), data.train(), data.labels(), data.train(), data.labels());
        NetworkTraining training = training(network(2, 1, Norm.NONE, true), simple(60), watched);
        training.advance(Milestones.COUNT, () -> false);
        for (int iteration = 1; iteration <= Milestones.COUNT; iteration++) {
            float[] out = new float[ROWS * 2];
            training.model(iteration).predict(data.train(), out);
            assertThat(training.watchedLoss(iteration))
                    .isCloseTo(Metrics.LOG_LOSS.loss(data.labels(), Predictions.of(out, 2)), within(1e-6));
        }
        assertThat(training.watchedLoss(Milestones.COUNT)).isLessThan(training.watchedLoss(1) / 2);
    }

    @Test
    void aModelOfSnapshotsIsTheirMean() {
        FoldData data = circle(true);
        NetworkSpec spec = network(2, 1, Norm.NONE, true);
        NetworkTraining single = training(spec, averaged(0, Averaging.NONE), data);
        NetworkTraining several = training(spec, averaged(0, Averaging.SNAPSHOTS), data);
        single.advance(Milestones.COUNT, () -> false);
        several.advance(Milestones.COUNT, () -> false);
        double[] mean = new double[ROWS * 2];
        // after 3/15, 7/15 and all of the epochs
        for (int iteration : List.of(2, 4, 8)) {
            float[] out = new float[ROWS * 2];
            single.model(iteration).predict(data.train(), out);
            for (int i = 0; i < out.length; i++) {
                mean[i] += out[i] / 3;
            }
        }
        float[] together = predictions(several, data);
        for (int i = 0; i < mean.length; i++) {
            assertThat((double) together[i]).isCloseTo(mean[i], within(1e-5));
        }
        assertThat(several.model(Milestones.COUNT).operations()).isEqualTo(3 * spec.cost());
    }

    @Test
    void codesAreNeitherMixedNorBlanked() {
        List<Feature> features = List.of(new Feature("a", 0), new Feature("code", 3));
        float[] values = new float[2 * ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = row % 7;
            values[2 * row + 1] = row % 3;
            targets[row] = row % 3 == 1 ? 1 : 0;
        }
        FoldData data = FoldData.of(
                new Task(TaskType.BINARY, "y", List.of("no", "yes")),
                EncodedRows.of(features, values, ROWS),
                Labels.of(targets));
        NetworkInputs inputs = new NetworkInputs(List.of(0), List.of(), List.of(new Embedding(1, 3, 3)), 0, 0, true);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, false, Norm.NONE, 0, true);
        NetworkSpec spec = new Architecture(inputs, new Mlp(List.of(16), style), 1).network(2);
        Recipe recipe = new Recipe(
                60, 32, Descent.adamW(0.04, Schedule.COSLOG4, 0), new Augmentation(0, 0.2, 0.9), Averaging.NONE);
        NetworkTraining training = training(spec, recipe, data);
        training.advance(Milestones.COUNT, () -> false);
        double accuracy = Metrics.ACCURACY.score(data.labels(), Predictions.of(predictions(training, data), 2));
        assertThat(accuracy).as("codes alone tell").isEqualTo(1);
    }

    @Test
    void mixedRowsCountAsTheirWeightsSay() {
        Recipe mixing = new Recipe(
                4, ROWS, Descent.adamW(0.04, Schedule.COSLOG4, 0), new Augmentation(0, 0.5, 0), Averaging.NONE);
        FoldData data = circle(true);
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[row] = row % 2;
            weights[row] = row % 2;
        }
        Learned learned = Learned.of(
                FoldData.of(data.task(), data.train(), Labels.weighted(targets, weights)), Augmentation.NONE);
        Batches batches = new Batches(mixing, learned, 3);
        batches.begin(0);
        batches.fill(0, new float[2 * ROWS]);
        for (int row = 0; row < ROWS; row++) {
            if (batches.weights()[row] > 0) {
                assertThat(batches.targets()[2 * row + 1])
                        .as("only rows of class 1 count")
                        .isEqualTo(1);
            }
        }
    }
}
