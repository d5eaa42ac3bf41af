package io.automl4j.neural.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.Parameter;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.neural.train.Milestones;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkLearnerTest {
    private static final int ROWS = 200;
    private static final int LEVELS = 100_000;

    static List<Arguments> providers() {
        return List.of(Arguments.of(new MlpProvider()), Arguments.of(new ResNetProvider()));
    }

    /** Benchmarks take it by its place. */
    @Test
    void theSecondStartOfMlpIsTdS() {
        TaskShape shape = new TaskShape(TaskType.BINARY, 2_000, 2, 10, 0, 0, 0, false);
        MlpProvider provider = new MlpProvider();
        Configuration start =
                provider.space(shape).repair(provider.starts(shape).get(1));
        assertThat(start.integer("layers")).isEqualTo(3);
        assertThat(start.integer("width")).isEqualTo(256);
        assertThat(start.choice("activation")).isEqualTo("selu");
        assertThat(start.choice("schedule")).isEqualTo("coslog4");
        assertThat(start.choice("inputs")).isEqualTo("plain");
        assertThat(start.choice("members")).isEqualTo("1");
        assertThat(start.real("learning_rate")).isEqualTo(0.04);
        assertThat(start.real("dropout")).isZero();
    }

    /** Most levels are never met while learning; those of rows to be predicted are others. */
    @ParameterizedTest
    @MethodSource("providers")
    void hundredThousandLevelsAreEmbedded(LearnerProvider provider) {
        float[] values = new float[2 * ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = row % 2 - 0.5f + row / 1000f;
            values[2 * row + 1] = 7 * row;
            targets[row] = row % 2;
        }
        List<Feature> features = List.of(new Feature("a", 0), new Feature("code", LEVELS));
        FoldData data = FoldData.of(
                new Task(TaskType.BINARY, "y", List.of("no", "yes")),
                EncodedRows.of(features, values, ROWS),
                Labels.of(targets));
        float[] others = values.clone();
        for (int row = 0; row < ROWS; row++) {
            others[2 * row + 1] = LEVELS - 1 - row;
        }
        TaskShape shape = new TaskShape(TaskType.BINARY, ROWS, 2, 1, 1, 0, LEVELS, false);
        Configuration start = provider.starts(shape).get(0).with("epochs", 16);
        Training training = provider.create(provider.space(shape).repair(start)).start(data, 1);
        training.advance(4, Cancellation.NEVER);
        FittedModel model = training.model(4);
        float[] out = new float[2 * ROWS];
        model.predict(EncodedRows.of(features, others, ROWS), out);
        for (float probability : out) {
            assertThat(probability).isBetween(0f, 1f);
        }
    }

    static List<Arguments> options() {
        return providers().stream()
                .map(arguments -> (LearnerProvider) arguments.get()[0])
                .flatMap(provider -> Stream.of(
                        Arguments.of(provider, TaskType.BINARY, "optimiser", "nesterov"),
                        Arguments.of(provider, TaskType.BINARY, "clipping", "norm"),
                        Arguments.of(provider, TaskType.BINARY, "loss", "focal"),
                        Arguments.of(provider, TaskType.REGRESSION, "optimiser", "nesterov"),
                        Arguments.of(provider, TaskType.REGRESSION, "loss", "huber"),
                        Arguments.of(provider, TaskType.REGRESSION, "loss", "absolute")))
                .toList();
    }

    /** The target is 1 where a number is positive, else 0. */
    @ParameterizedTest
    @MethodSource("options")
    void everyWayOfDescentLearns(LearnerProvider provider, TaskType type, String name, String value) {
        float[] values = new float[ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (row + 0.5f) / ROWS - 0.5f;
            targets[row] = values[row] > 0 ? 1 : 0;
        }
        EncodedRows rows = EncodedRows.of(List.of(new Feature("a", 0)), values, ROWS);
        List<String> classes = type.isClassification() ? List.of("no", "yes") : List.of();
        FoldData data = FoldData.of(new Task(type, "y", classes), rows, Labels.of(targets));
        TaskShape shape = new TaskShape(type, ROWS, Math.max(1, classes.size()), 1, 0, 0, 0, false);
        Configuration start = provider.space(shape)
                .repair(provider.starts(shape).get(0).with("epochs", 32).with(name, value));
        assertThat(start.choice(name)).isEqualTo(value);
        Training training = provider.create(start).start(data, 1);
        training.advance(Milestones.COUNT, Cancellation.NEVER);
        FittedModel model = training.model(Milestones.COUNT);
        float[] out = new float[model.outputs() * ROWS];
        model.predict(rows, out);
        int last = model.outputs() - 1;
        for (int row = 0; row < ROWS; row += 19) {
            assertThat(out[row * model.outputs() + last] > 0.5)
                    .as("row %d: %s", row, values[row])
                    .isEqualTo(targets[row] == 1);
        }
    }

    @Test
    void whatHasNotEveryLossOffersNone() {
        TaskShape shape = new TaskShape(TaskType.REGRESSION, ROWS, 1, 1, 0, 0, 0, false);
        assertThat(NetworkSpaces.space(NetworkFamily.MLP, shape, true).parameters())
                .extracting(Parameter::name)
                .contains("loss", "clipping");
        assertThat(NetworkSpaces.space(NetworkFamily.MLP, shape, false).parameters())
                .extracting(Parameter::name)
                .contains("optimiser")
                .doesNotContain("loss", "clipping");
    }
}
