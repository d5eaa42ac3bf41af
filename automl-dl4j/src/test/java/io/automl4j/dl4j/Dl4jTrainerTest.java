package io.automl4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ResNet;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.train.Augmentation;
import io.automl4j.neural.train.Descent;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Initialisation;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.NativeTrainer;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.Schedule;
import io.automl4j.neural.train.TrainingPlan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** DL4J takes the steps that the kernels of automl-neural take. */
final class Dl4jTrainerTest {
    private static final int ROWS = 96;
    private static final int EPOCHS = 4;

    @BeforeAll
    static void oneThread() {
        OneThread.pin();
    }

    private static FoldData circle(boolean classes) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[2 * ROWS];
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = (float) random.nextGaussian();
            values[2 * row + 1] = (float) random.nextGaussian();
            double distance = Math.hypot(values[2 * row], values[2 * row + 1]);
            targets[row] = classes ? (distance > 1.1 ? 1 : 0) : 100 + 10 * distance;
            weights[row] = 1 + row % 3;
        }
        Task task = classes
                ? new Task(TaskType.BINARY, "y", List.of("in", "out"))
                : new Task(TaskType.REGRESSION, "y", List.of());
        List<Feature> features = List.of(new Feature("a", 0), new Feature("b", 0));
        return FoldData.of(task, EncodedRows.of(features, values, ROWS), Labels.weighted(targets, weights));
    }

    private static final Descent ADAM = Descent.adamW(0.02, Schedule.COSLOG4, 0.05);
    private static final Descent NESTEROV = new Descent(0.02, Schedule.COSLOG4, 0.05, Schedule.FLAT_COS, 0.9, 0, 0);

    private static NetworkSpec mlp(int scores, int members, float dropout) {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 3, 3, true);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, true, Norm.NONE, dropout, true);
        return new Architecture(inputs, new Mlp(List.of(8, 8), style), members).network(scores);
    }

    private static NetworkSpec resNet(int scores) {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 0, 0, false);
        LayerStyle style = new LayerStyle(ActivationFunction.RELU, false, Norm.BATCH, 0, false);
        return new Architecture(inputs, new ResNet(8, 2, 2, 0, style), 1).network(scores);
    }

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of("MLP of classes", mlp(2, 1, 0), true, NESTEROV, 0.01),
                Arguments.of("MLP of numbers", mlp(1, 1, 0), false, NESTEROV, 0.01),
                Arguments.of("members", mlp(2, 3, 0), true, NESTEROV, 0.01),
                Arguments.of("ResNet", resNet(2), true, NESTEROV, 0.01),
                // Adam makes full steps of gradients that are rounding errors
                Arguments.of("AdamW of classes", mlp(2, 1, 0), true, ADAM, 0.1),
                Arguments.of("AdamW of numbers", mlp(1, 1, 0), false, ADAM, 0.1),
                Arguments.of("AdamW of members", mlp(2, 3, 0), true, ADAM, 0.1));
    }

    private static TrainingPlan plan(NetworkSpec spec, boolean classes, Descent descent) {
        Loss loss = classes ? new Loss.CrossEntropy(0) : new Loss.SquaredError();
        SplittableRandom random = new SplittableRandom(1);
        float[] start = Initialisation.draw(spec, 0.3, random);
        // a last layer of 0 lets no gradient through, but rounding errors
        int head = spec.offset(spec.nodes().size() - 1);
        for (int i = head; i < start.length; i++) {
            start[i] = (float) random.nextGaussian() / 3;
        }
        return new TrainingPlan(spec, Recipe.plain(EPOCHS, 16, descent), loss, start);
    }

    private static void epochs(EpochTrainer trainer, int from, int to) {
        for (int epoch = from; epoch < to; epoch++) {
            trainer.epoch(epoch, Cancellation.NEVER);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void stepsAreThoseOfTheOwnKernels(String name, NetworkSpec spec, boolean classes, Descent descent, double share) {
        TrainingPlan plan = plan(spec, classes, descent);
        Learned learned = Learned.of(circle(classes), Augmentation.NONE);
        EpochTrainer own = new NativeTrainer(plan, learned, Gemms.forThread(), 7);
        EpochTrainer dl4j = new Dl4jTrainer(plan, learned, 7);
        epochs(own, 0, 1);
        epochs(dl4j, 0, 1);
        float[] wanted = own.parameters();
        float[] found = dl4j.parameters();
        double moved = 0;
        double apart = 0;
        for (Slot slot : Slots.of(spec)) {
            for (int k = 0; k < slot.count() && !isVariance(slot); k++) {
                int i = slot.index(k);
                moved += Math.pow(wanted[i] - plan.start()[i], 2);
                apart += Math.pow(wanted[i] - found[i], 2);
            }
        }
        assertThat(Math.sqrt(apart / moved))
                .as("distance as a share of the way")
                .isLessThan(share);
    }

    /** DL4J's running variances are those of the batch, ours estimate those of all rows. */
    private static boolean isVariance(Slot slot) {
        return slot.key().endsWith("_var");
    }

    /** What only a card can show. */
    @Test
    void aGpuTakesTheSameSteps() {
        assumeTrue(Backend.nd4j().isGpu(), "there is no GPU, or DL4J was not built for one");
        TrainingPlan plan = plan(mlp(2, 1, 0), true, NESTEROV);
        Learned learned = Learned.of(circle(true), Augmentation.NONE);
        EpochTrainer own = new NativeTrainer(plan, learned, Gemms.forThread(), 7);
        EpochTrainer card = new Dl4jEngine().on(Device.GPU).trainer(plan, learned, 7);
        epochs(own, 0, 1);
        epochs(card, 0, 1);
        assertThat(card.parameters()).containsExactly(own.parameters(), within(1e-3f));
    }

    @Test
    void aPlannedGraphComesBackFromJson() {
        TrainingPlan plan = plan(mlp(2, 3, 0.1f), true, ADAM);
        ComputationGraphConfiguration configuration =
                Dl4jNetwork.of(plan, true, 10, DataType.FLOAT).graph().getConfiguration();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
    }

    @Test
    void whatWasStoppedGoesOnExactly() {
        TrainingPlan plan = plan(mlp(2, 1, 0.2f), true, ADAM);
        Learned learned = Learned.of(circle(true), Augmentation.NONE);
        EpochTrainer whole = new Dl4jTrainer(plan, learned, 7);
        epochs(whole, 0, EPOCHS);
        EpochTrainer first = new Dl4jTrainer(plan, learned, 7);
        epochs(first, 0, 2);
        EpochTrainer second = new Dl4jTrainer(plan, learned, 7);
        second.restore(first.state());
        epochs(second, 2, EPOCHS);
        assertThat(second.parameters()).containsExactly(whole.parameters(), within(1e-6f));
    }

    @Test
    void cancellationEndsWithinAStep() {
        Learned learned = Learned.of(circle(true), Augmentation.NONE);
        EpochTrainer trainer = new Dl4jTrainer(plan(mlp(2, 1, 0), true, ADAM), learned, 7);
        int[] asked = {0};
        assertThatThrownBy(() -> trainer.epoch(0, () -> ++asked[0] > 3)).isInstanceOf(CancelledException.class);
        assertThat(asked[0]).isEqualTo(4);
    }

    @Test
    void whatDl4jDoesInAnotherWayIsRefused() {
        Learned learned = Learned.of(circle(true), Augmentation.NONE);
        TrainingPlan known = plan(mlp(2, 1, 0), true, ADAM);
        TrainingPlan focal = new TrainingPlan(known.spec(), known.recipe(), new Loss.CrossEntropy(2), known.start());
        assertThatThrownBy(() -> new Dl4jTrainer(focal, learned, 7)).hasMessageContaining("focus=2");
        Descent clipped = new Descent(0.02, Schedule.CONSTANT, 0, Schedule.CONSTANT, 0.9, 0.95, 1);
        assertThatThrownBy(() -> new Dl4jTrainer(plan(mlp(2, 1, 0), true, clipped), learned, 7))
                .hasMessageContaining("clips");
    }
}
