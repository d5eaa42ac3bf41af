package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Rungs;
import io.automl4j.api.learner.Training;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.encode.FeatureLinks;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import io.automl4j.testkit.Trainer.Prepared;
import io.automl4j.testkit.Trainer.Trained;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every learner keeps. Extend it and name the provider:
 *
 * <pre>{@code
 * final class ForestContractTest extends LearnerContract {
 *     protected LearnerProvider provider() {
 *         return new ForestProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>Tasks that the learner does not know are skipped, and so is everything where its native library does not load.
 */
public abstract class LearnerContract {
    /** Tasks of few rows need few iterations; without this bound a slow schedule would make a slow test. */
    private static final int LONGEST = 300;

    private static final int BRIEF = 4;

    /**
     * The learner.
     *
     * @return the same or an equal provider each time
     */
    protected abstract LearnerProvider provider();

    /**
     * Whether the learner uses the features at all.
     *
     * @return false for a prior
     */
    protected boolean learnsFromFeatures() {
        return true;
    }

    /**
     * A configuration that finds as little in random targets as the first one, where that takes long to train: the test
     * trains it sixty times.
     *
     * @param first the first start
     * @return the same, or a quicker one
     */
    protected Configuration quick(Configuration first) {
        return first;
    }

    /** Skips everything where the learner cannot run. */
    @BeforeEach
    protected void requireAvailable() {
        assumeTrue(
                provider().unavailable().isEmpty(),
                () -> provider().unavailable().orElse(""));
    }

    private Trainer trainer() {
        return new Trainer(provider(), LONGEST, 1);
    }

    /** A learnable table of a type, or a skipped test. */
    private Sample learnable(TaskType type, int rows, long seed) {
        assumeTrue(provider().knows(type), type + " is none of its capabilities");
        Sample sample = SyntheticTables.learnable(type, rows, seed);
        assumeTrue(provider().notApplicable(sample.shape()).isEmpty(), "not applicable");
        return sample;
    }

    /** A table of the first type that the learner knows. */
    private Sample anyLearnable(int rows, long seed) {
        return learnable(firstType(), rows, seed);
    }

    private TaskType firstType() {
        return Arrays.stream(TaskType.values())
                .filter(provider()::knows)
                .findFirst()
                .orElseThrow(() -> new AssertionError(provider().name() + " has no task among its capabilities"));
    }

    @Test
    void isFoundByItsName() {
        assertThat(provider().name()).matches("[a-z][a-z0-9_]*");
        List<String> registered = ServiceLoader.load(LearnerProvider.class).stream()
                .map(found -> found.get().name())
                .toList();
        assertThat(registered).contains(provider().name()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void startsLieInTheSpaceAndAreRepairedToThemselves(TaskType type) {
        assumeTrue(provider().knows(type));
        for (int rows : new int[] {1, 100, 100_000}) {
            TaskShape shape = new TaskShape(type, rows, type == TaskType.MULTICLASS ? 5 : 1, 10, 5, 1, 50, true);
            SearchSpace space = provider().space(shape);
            List<Configuration> starts = provider().starts(shape);
            assertThat(starts).hasSizeBetween(1, 6);
            assertThat(space.dimension() == 0 ? 2 : starts.size()).isGreaterThanOrEqualTo(2);
            for (Configuration start : starts) {
                Configuration repaired = space.repair(start);
                assertThat(repaired.values()).containsAllEntriesOf(start.values());
                assertThat(space.repair(repaired)).isEqualTo(repaired);
                assertThat(provider().forecast(repaired, shape)).isGreaterThan(Duration.ZERO);
            }
            assertThat(starts.stream().map(space::repair).map(Configuration::fingerprint))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void everyStartAndSomePointsOfTheSpaceCanBeTrained(TaskType type) {
        Sample sample = learnable(type, 60, 11);
        TaskShape shape = sample.shape();
        SearchSpace space = provider().space(shape);
        Gen gen = Gen.of(12);
        // the corners of the space can be large, and are alike for all types, as are many starts
        int corners = type == firstType() ? 2 : 0;
        List<Configuration> drawn = IntStream.range(0, corners + 2)
                .mapToObj(i -> IntStream.range(0, space.dimension())
                        .mapToDouble(p -> i < corners ? i : gen.uniform(0, 1))
                        .toArray())
                .map(space::decode)
                .toList();
        Trainer brief = new Trainer(provider(), BRIEF, 0.25);
        Set<Configuration> known = type == firstType()
                ? Set.of()
                : Set.copyOf(starts(anyLearnable(60, 11).shape()));
        List<Configuration> tried =
                starts(shape).stream().filter(start -> !known.contains(start)).toList();
        for (Configuration point : Stream.concat(tried.stream(), drawn.stream()).toList()) {
            Soundness.check(sample, brief.train(sample, point, 1).predict(sample.table()));
        }
    }

    private List<Configuration> starts(TaskShape shape) {
        SearchSpace space = provider().space(shape);
        return provider().starts(shape).stream().map(space::repair).toList();
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void beatsThePrior(TaskType type) {
        assumeTrue(learnsFromFeatures());
        Sample sample = learnable(type, 450, 21);
        Sample test = sample.slice(300, 450);
        Predictions predictions = trainer().train(sample.slice(0, 300), 1).predict(test.table());
        Soundness.check(test, predictions);
        assertThat(Judge.loss(test.task(), test.labels(), predictions))
                .isLessThan(0.9 * Judge.priorLoss(test.task(), test.labels()));
    }

    /** A training that begins with the weights of a model is ahead of one that begins anew. */
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void beginsWithTheWeightsOfAnEarlierModel(TaskType type) {
        assumeTrue(provider().transfersWeights());
        Sample sample = learnable(type, 200, 28);
        Configuration start = provider()
                .space(sample.shape())
                .repair(provider().starts(sample.shape()).get(0));
        Trained earlier = trainer().train(sample, start, 1);
        List<Integer> outputs =
                IntStream.range(0, sample.task().outputs()).boxed().toList();
        Transfer transfer = new Transfer(
                earlier.model(), FeatureLinks.between(earlier.encoder(), earlier.encoder(), outputs), outputs);
        Learner anew = provider().create(start);
        Prepared prepared = trainer().prepare(sample, start, 1);
        assertThat(afterOne(anew.from(transfer), prepared, sample)).isLessThan(afterOne(anew, prepared, sample));
    }

    /** The loss on all rows after the first iteration. */
    private static double afterOne(Learner learner, Prepared prepared, Sample sample) {
        try (Training training = learner.start(prepared.data(), 2)) {
            training.advance(1, Cancellation.NEVER);
            Trained trained = new Trained(prepared.encoder(), training.model(1));
            return Judge.loss(sample.task(), sample.labels(), trained.predict(sample.table()));
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void predictsTheSameAfterSavingAndLoading(TaskType type) {
        Sample sample = learnable(type, 80, 31);
        Trained trained = trainer().train(sample, 1);
        assertThat(trained.model()).isInstanceOf(Model.class);
        assertThat(trained.model().outputs()).isEqualTo(sample.task().outputs());
        assertThat(trained.model().operations()).isNotNegative();
        Trained loaded = new Trained(
                FittedEncoder.load(trained.encoder().save()), SavedModels.roundTrip((Model) trained.model()));
        assertThat(loaded.predict(sample.table()).toArray())
                .containsExactly(trained.predict(sample.table()).toArray());
        assertThat(loaded.model().operations()).isEqualTo(trained.model().operations());
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void predictsRowsAloneAsAmongOthers(TaskType type) {
        Sample sample = learnable(type, 40, 41);
        Trained trained = trainer().train(sample, 1);
        Predictions together = trained.predict(sample.table());
        for (int row = 0; row < 5; row++) {
            float[] alone = trained.predict(sample.select(row).table()).toArray();
            assertThat(alone).containsExactly(together.select(new int[] {row}).toArray());
        }
        assertThat(trained.predict(sample.select().table()).rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void learnsTheSameAgainFromTheSameSeed(TaskType type) {
        Sample sample = learnable(type, 80, 51);
        assertThat(trainer().train(sample, 7).predict(sample.table()).toArray())
                .containsExactly(
                        trainer().train(sample, 7).predict(sample.table()).toArray());
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void learnsFromOneRow(TaskType type) {
        Sample sample = learnable(type, 30, 61);
        Predictions predictions = trainer().train(sample.slice(0, 1), 1).predict(sample.table());
        Soundness.check(sample, predictions);
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void learnsFromOneClassOrNumber(TaskType type) {
        Sample sample = learnable(type, 60, 71);
        Labels same = Labels.of(IntStream.range(0, 60).mapToDouble(i -> 1).toArray());
        Predictions predictions = trainer().train(sample.withLabels(same), 1).predict(sample.table());
        Soundness.check(sample, predictions);
        for (int row = 0; row < predictions.rows(); row++) {
            float ofTheOnlyOne = predictions.get(row, type.isClassification() ? 1 : 0);
            assertThat(ofTheOnlyOne).isCloseTo(1f, within(0.4f));
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void standsConstantAndEmptyColumns(TaskType type) {
        Sample sample = learnable(type, 60, 81)
                .withFeature("constant", ColumnKind.NUMERIC, NumericColumn.of(new double[60]))
                .withFeature("same", ColumnKind.CATEGORICAL, StringColumn.of(Collections.nCopies(60, "a")))
                .withFeature("nothing", ColumnKind.NUMERIC, SyntheticTables.missing(ColumnKind.NUMERIC, 60))
                .withFeature("silence", ColumnKind.CATEGORICAL, SyntheticTables.missing(ColumnKind.CATEGORICAL, 60));
        Soundness.check(sample, trainer().train(sample, 1).predict(sample.table()));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void standsCategoriesNeverSeen(TaskType type) {
        Sample sample = learnable(type, 60, 91);
        Sample strange = sample.withCells("colour", StringColumn.of(Collections.nCopies(60, "octarine")))
                .withCells("town", StringColumn.of(Collections.nCopies(60, "Ankh")));
        Soundness.check(sample, trainer().train(sample, 1).predict(strange.table()));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void standsRowsOfWhichNothingIsKnown(TaskType type) {
        Sample sample = learnable(type, 60, 101);
        Trained usual = trainer().train(sample, 1);
        Soundness.check(sample, usual.predict(sample.withoutCells().table()));
        Trained blind = trainer().train(sample.withoutCells(), 1);
        Soundness.check(sample, blind.predict(sample.withoutCells().table()));
        Soundness.check(sample, blind.predict(sample.table()));
    }

    /** Where features say nothing, a weight of three must move the prediction as two further copies of the row do. */
    @Test
    void respectsWeights() {
        assumeTrue(provider().capabilities().contains(Capability.WEIGHTS), "weights are resampled");
        assumeTrue(provider().knows(TaskType.BINARY));
        int rows = 200;
        Sample sample = SyntheticTables.wide(TaskType.BINARY, rows, 3, 111)
                .withLabels(Labels.of(
                        IntStream.range(0, rows).mapToDouble(i -> i / 3 % 2).toArray()));
        Labels tripled = Judge.weighted(sample.labels(), 3);
        int[] copies = IntStream.range(0, rows)
                .flatMap(row -> IntStream.range(0, sample.labels().label(row) == 1 ? 3 : 1)
                        .map(i -> row))
                .toArray();
        Sample fresh = SyntheticTables.wide(TaskType.BINARY, 300, 3, 112);
        double byWeight = Judge.meanOfSecond(
                trainer().train(sample.withLabels(tripled), 1).predict(fresh.table()));
        double byCopies =
                Judge.meanOfSecond(trainer().train(sample.select(copies), 1).predict(fresh.table()));
        assertThat(byWeight).isCloseTo(0.75, within(0.12)).isCloseTo(byCopies, within(0.1));
    }

    /** Rows without weight carry a lie; who counts them predicts no better than chance. */
    @Test
    void forgetsRowsWithoutWeight() {
        assumeTrue(provider().capabilities().contains(Capability.WEIGHTS), "weights are resampled");
        assumeTrue(learnsFromFeatures());
        Sample sample = learnable(TaskType.BINARY, 500, 121);
        double[] targets = new double[350];
        double[] weights = new double[350];
        for (int row = 0; row < targets.length; row++) {
            boolean lie = row % 2 == 0;
            targets[row] =
                    lie ? 1 - sample.labels().target(row) : sample.labels().target(row);
            weights[row] = lie ? 0 : 1;
        }
        Sample half = sample.slice(0, 350).withLabels(Labels.weighted(targets, weights));
        Sample test = sample.slice(350, 500);
        Predictions predictions = trainer().train(half, 1).predict(test.table());
        assertThat(Judge.rocAuc(test.labels(), predictions)).isGreaterThan(0.7);
    }

    @Test
    void isCancelledAtOnce() {
        Sample sample = anyLearnable(50, 131);
        Configuration configuration = trainer().first(sample);
        Learner learner = provider().create(configuration);
        FoldData data = trainer().prepare(sample, configuration, 1).data();
        try (Training training = learner.start(data, 1)) {
            assertThatThrownBy(() -> training.advance(learner.plan().maximum(), () -> true))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void isCancelledWithinItsLimit() {
        Sample sample = SyntheticTables.wide(anyLearnable(1, 1).task().type(), 4000, 40, 141);
        assumeTrue(provider().notApplicable(sample.shape()).isEmpty(), "not applicable");
        Configuration configuration = trainer().first(sample);
        Learner learner = provider().create(configuration);
        FoldData data = trainer().prepare(sample, configuration, 1).data();
        long start = System.nanoTime();
        Cancellation after50Millis = () -> System.nanoTime() - start > 50_000_000;
        try (Training training = learner.start(data, 1)) {
            try {
                training.advance(learner.plan().maximum(), after50Millis);
            } catch (CancelledException expected) {
                assertThat(expected).isNotNull();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            // what was reached before remains
            if (training.iteration() > 0) {
                assertThat(training.model(1).outputs()).isPositive();
                assertThat(training.model(training.iteration()).outputs()).isPositive();
            }
        }
    }

    @Test
    void resumesAsIfNeverStopped() {
        Sample sample = anyLearnable(80, 151);
        Configuration configuration = trainer().first(sample);
        Learner learner = provider().create(configuration);
        int full = Math.min(20, learner.plan().maximum());
        Prepared prepared = trainer().prepare(sample, configuration, 1);
        try (Training whole = learner.start(prepared.data(), 1);
                Training half = learner.start(prepared.data(), 1)) {
            whole.advance(full, Cancellation.NEVER);
            half.advance(full / 2, Cancellation.NEVER);
            Block checkpoint = half.checkpoint();
            if (provider().rungs(sample.shape()).iterations().onward() == Rungs.Onward.CONTINUES) {
                assertThat(checkpoint.size()).as("bytes of a checkpoint").isPositive();
            }
            assumeTrue(checkpoint.size() > 0, "it has no checkpoints");
            try (Training rest = learner.resume(prepared.data(), 1, checkpoint)) {
                assertThat(rest.iteration()).isEqualTo(full / 2);
                rest.advance(full, Cancellation.NEVER);
                assertThat(predict(rest.model(full), prepared)).containsExactly(predict(whole.model(full), prepared));
            }
        }
    }

    /** What cannot be learned must not score, be there a column of many levels or not. */
    @Test
    void findsNothingInRandomTargets() {
        assumeTrue(provider().knows(TaskType.BINARY));
        double sum = 0;
        for (int seed = 1; seed <= RandomTargets.TABLES; seed++) {
            Sample sample = SyntheticTables.randomTarget(RandomTargets.ROWS, seed);
            sum += RandomTargets.meanValidationAuc(
                    sample, trainer(), quick(trainer().first(sample)));
        }
        assertThat(sum / RandomTargets.TABLES).isBetween(0.48, 0.52);
    }

    private static float[] predict(FittedModel model, Prepared prepared) {
        EncodedRows rows = prepared.data().train();
        float[] out = new float[rows.rows() * model.outputs()];
        model.predict(rows, out);
        return out;
    }
}
