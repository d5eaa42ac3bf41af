package io.automl4j.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.predictor.Model;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every learner of this module has to bear. */
class AllLearnersTest {
    private static final int ROUNDS = 50;

    static List<LearnerProvider> providers() {
        return ServiceLoader.load(LearnerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Stream<Arguments> learnersAndTasks() {
        return providers().stream()
                .flatMap(p ->
                        Arrays.stream(TaskType.values()).filter(t -> p.knows(t)).map(t -> Arguments.of(p, t)));
    }

    private static boolean learns(LearnerProvider provider) {
        return !provider.name().equals("prior");
    }

    private static FoldData data(LearnerProvider provider, TaskType type) {
        return Samples.fold(type, provider.capabilities().contains(Capability.MISSING));
    }

    @Test
    void allAreRegisteredAndAvailable() {
        assertThat(providers())
                .extracting(LearnerProvider::name)
                .containsExactlyInAnyOrder("prior", "linear", "knn", "xgboost", "lightgbm", "extra_trees");
        assertThat(providers()).allSatisfy(p -> assertThat(p.unavailable()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void equalSeedsGiveEqualModelsThatSurviveSaving(LearnerProvider provider, TaskType type) {
        FoldData data = data(provider, type);
        Learner learner = Samples.first(provider, data.task(), 400);
        FittedModel first = Samples.fit(learner, data, ROUNDS, 11);
        FittedModel second = Samples.fit(learner, data, ROUNDS, 11);
        float[] predicted = Samples.predict(first, data.watch());
        assertThat(Samples.predict(second, data.watch())).containsExactly(predicted);
        Model loaded = Model.load(((Model) first).save());
        assertThat(Samples.predict(loaded, data.watch())).containsExactly(predicted);
        assertThat(loaded.operations()).isEqualTo(first.operations()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void everyStartLearnsBetterThanThePrior(LearnerProvider provider, TaskType type) {
        FoldData data = data(provider, type);
        double prior = loss(
                Samples.fit(
                        Samples.first(
                                providers().stream()
                                        .filter(p -> !learns(p))
                                        .findFirst()
                                        .orElseThrow(),
                                data.task(),
                                400),
                        data,
                        1,
                        1),
                data);
        TaskShape shape = Samples.shape(data.task(), 400);
        for (Configuration start : provider.starts(shape)) {
            Learner learner = provider.create(provider.space(shape).repair(start));
            double loss = loss(Samples.fit(learner, data, 60, 1), data);
            assertThat(loss).isLessThanOrEqualTo(learns(provider) ? prior * 0.95 : prior);
        }
    }

    private static double loss(FittedModel model, FoldData data) {
        float[] predicted = Samples.predict(model, data.watch());
        int outputs = data.task().outputs();
        double loss = 0;
        for (int row = 0; row < data.watch().rows(); row++) {
            loss += data.task().type().isClassification()
                    ? -Math.log(Math.max(
                            1e-6, predicted[row * outputs + data.watchLabels().label(row)]))
                    : Math.pow(predicted[row] - data.watchLabels().target(row), 2);
        }
        return loss / data.watch().rows();
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void weightsMatter(LearnerProvider provider, TaskType type) {
        FoldData plain = data(provider, type);
        double[] targets = new double[plain.train().rows()];
        double[] weights = new double[targets.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = plain.labels().target(row);
            // leaves of one row do not notice a weight, unless it is zero
            weights[row] = targets[row] >= (type.isClassification() ? 1 : 1000) ? 1 : 0;
        }
        FoldData weighted = new FoldData(
                plain.task(), plain.train(), Labels.weighted(targets, weights), plain.watch(), plain.watchLabels());
        Learner learner = Samples.first(provider, plain.task(), 400);
        assertThat(lift(Samples.fit(learner, weighted, ROUNDS, 3), plain))
                .isGreaterThan(lift(Samples.fit(learner, plain, ROUNDS, 3), plain));
    }

    /** The mean of what grows with the weight: the first value, or the probability of all classes but the first. */
    private static double lift(FittedModel model, FoldData data) {
        float[] predicted = Samples.predict(model, data.watch());
        double sum = 0;
        for (int row = 0; row < data.watch().rows(); row++) {
            float first = predicted[row * model.outputs()];
            sum += data.task().type().isClassification() ? 1 - first : first;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void cancellationEndsATraining(LearnerProvider provider, TaskType type) {
        FoldData data = data(provider, type);
        Learner learner = Samples.first(provider, data.task(), 400);
        try (Training training = learner.start(data, 1)) {
            assertThatThrownBy(() -> training.advance(learner.plan().maximum(), () -> true))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void bearsPoorTables(LearnerProvider provider, TaskType type) {
        Task task = Samples.task(type);
        EncodedRows many = rows(60, 3, false);
        double[] one = new double[60];
        double[] two = new double[60];
        for (int row = 0; row < 60; row++) {
            one[row] = 1;
            two[row] = type.isClassification() ? row % 2 : row % 5;
        }
        assertFits(provider, FoldData.of(task, many, Labels.of(one)), "one class or value");
        assertFits(provider, FoldData.of(task, many, Labels.of(two)), "absent classes");
        assertFits(provider, FoldData.of(task, rows(1, 3, false), Labels.of(1)), "one row");
        assertFits(provider, FoldData.of(task, rows(2, 3, false), Labels.of(0, 1)), "two rows");
        assertFits(provider, FoldData.of(task, rows(60, 3, true), Labels.of(two)), "constant columns");
        assertFits(provider, FoldData.of(task, rows(60, 0, false), Labels.of(two)), "no column");
        double[] zero = new double[60];
        assertFits(provider, FoldData.of(task, many, Labels.weighted(two, zero)), "no weight at all");
        double[] half = Arrays.stream(two).map(v -> v == 0 ? 0 : 1).toArray();
        assertFits(provider, FoldData.of(task, many, Labels.weighted(two, half)), "a class without weight");
        if (provider.capabilities().contains(Capability.MISSING)) {
            float[] nothing = new float[180];
            Arrays.fill(nothing, Float.NaN);
            EncodedRows empty = EncodedRows.of(many.features(), nothing, 60);
            assertFits(provider, FoldData.of(task, empty, Labels.of(two)), "all missing");
        }
    }

    private static EncodedRows rows(int rows, int width, boolean constant) {
        SplittableRandom random = new SplittableRandom(8);
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = constant ? 3 : (float) random.nextDouble();
        }
        List<Feature> features = Stream.iterate(0, i -> i + 1)
                .limit(width)
                .map(i -> new Feature("f" + i, 0))
                .toList();
        return EncodedRows.of(features, values, rows);
    }

    private static void assertFits(LearnerProvider provider, FoldData data, String what) {
        FittedModel model =
                Samples.fit(Samples.first(provider, data.task(), data.train().rows()), data, ROUNDS, 1);
        assertThat(model.outputs()).as(what).isEqualTo(data.task().outputs());
        float[] predicted = Samples.predict(model, data.train());
        for (int row = 0; row < data.train().rows(); row++) {
            double sum = 0;
            for (int k = 0; k < model.outputs(); k++) {
                float value = predicted[row * model.outputs() + k];
                assertThat(Float.isFinite(value)).as(what + ": " + value).isTrue();
                sum += value;
            }
            if (data.task().type().isClassification()) {
                assertThat(sum).as(what).isBetween(1 - 1e-5, 1 + 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learnersAndTasks")
    void startsAndForecastsAreSane(LearnerProvider provider, TaskType type) {
        TaskShape shape = Samples.shape(Samples.task(type), 5_000);
        List<Configuration> starts = provider.starts(shape);
        assertThat(starts).hasSizeBetween(1, 6).doesNotHaveDuplicates();
        for (Configuration start : starts) {
            Configuration whole = provider.space(shape).repair(start);
            assertThat(provider.forecast(whole, shape).toMillis()).isBetween(0L, 120_000L);
            assertThat(provider.encoder(whole, shape)).isEqualTo(provider.encoder(whole, shape));
        }
    }

    /** Neither a large mean nor a tiny spread of the target may hide what there is to learn. */
    @ParameterizedTest
    @MethodSource("providers")
    void unitsOfTheTargetDoNotMatter(LearnerProvider provider) {
        FoldData plain = data(provider, TaskType.REGRESSION);
        Learner learner = Samples.first(provider, plain.task(), 400);
        float[] usual = Samples.predict(Samples.fit(learner, plain, ROUNDS, 3), plain.watch());
        for (double[] unit : new double[][] {{1e-9, 0}, {1e6, 0}, {1, 1e6}}) {
            double[] targets = new double[plain.train().rows()];
            Arrays.setAll(targets, row -> plain.labels().target(row) * unit[0] + unit[1]);
            FoldData scaled = FoldData.of(plain.task(), plain.train(), Labels.of(targets));
            float[] predicted = Samples.predict(Samples.fit(learner, scaled, ROUNDS, 3), plain.watch());
            double difference = 0;
            for (int row = 0; row < usual.length; row++) {
                difference += Math.abs((predicted[row] - unit[1]) / unit[0] - usual[row]) / usual.length;
            }
            // the targets' own deviation is about 350
            assertThat(difference)
                    .as("targets times %s plus %s", unit[0], unit[1])
                    .isLessThan(15);
        }
    }
}
