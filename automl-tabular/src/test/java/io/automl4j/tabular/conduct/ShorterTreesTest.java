package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.TreesModel;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShorterTreesTest {
    private static final int FOLDS = 3;

    private static Runs runs;

    @BeforeAll
    static void train() {
        runs = trained(TaskType.BINARY);
    }

    private static Runs trained(TaskType type) {
        Runs runs = Runs.of(SyntheticTables.learnable(type, 300, 1), Validation.folds(FOLDS));
        runs.run(runs.request(1, "extra_trees", Fidelity.full(FOLDS)));
        runs.run(runs.request(2, "linear", Fidelity.full(FOLDS)));
        return runs;
    }

    private static List<Kept> shorter(Runs runs, Cancellation cancellation) {
        return new ShorterTrees(runs.data(), runs.learners(), new Encodings(runs.data(), 1))
                .of(runs.artifacts().ranked(), 10, cancellation);
    }

    private static int trees(Kept trial) {
        return ((TreesModel) ModelCodec.fromBlock(trial.artifacts().get(0).model())).size();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS", "REGRESSION"})
    void aPartOfTheTreesPredictsAboutAsWellForThatPartOfTheTime(TaskType type) {
        Runs trained = trained(type);
        Kept whole = trained.artifacts().find(1).orElseThrow();

        List<Kept> shorter = shorter(trained, Cancellation.NEVER);

        assertThat(shorter).hasSize(3);
        for (int i = 0; i < shorter.size(); i++) {
            Kept part = shorter.get(i);
            double share = 1.0 / (2 << i);
            assertThat(part.outcome().request().id()).isEqualTo(10 + i);
            assertThat(ShorterTrees.trial(part.outcome().request())).isEqualTo(1);
            assertThat(part.artifacts()).hasSize(FOLDS);
            assertThat(trees(part)).isEqualTo((int) (trees(whole) * share));
            assertThat(part.outcome().iterations()).containsOnly(trees(part));
            assertThat(part.outcome().cost().operationsPerRow())
                    .isLessThan(whole.outcome().cost().operationsPerRow());
            assertThat(part.outcome().loss())
                    .isEqualTo(
                            whole.outcome().loss(), within(0.2 * whole.outcome().loss() + 0.02));
        }
    }

    /** The rounds of the folds are as many as were best, and earlier ones nearly as good. */
    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS", "REGRESSION"})
    void boostedTreesAreAsTheyWereEarlier(TaskType type) {
        Runs trained = Runs.of(SyntheticTables.learnable(type, 300, 1), Validation.folds(FOLDS));
        trained.run(trained.request(1, "xgboost", Fidelity.full(FOLDS)));
        Kept whole = trained.artifacts().find(1).orElseThrow();

        List<Kept> shorter = shorter(trained, Cancellation.NEVER);

        assertThat(shorter).isNotEmpty();
        Kept half = shorter.get(0);
        assertThat(half.outcome().iterations().get(0))
                .isEqualTo(whole.outcome().iterations().get(0) / 2);
        assertThat(half.outcome().cost().operationsPerRow())
                .isLessThan(whole.outcome().cost().operationsPerRow());
        assertThat(half.outcome().loss()).isLessThan(1.3 * whole.outcome().loss());
    }

    @Test
    void nothingIsMadeOnceItIsCancelled() {
        assertThat(shorter(runs, () -> true)).isEmpty();
    }

    @Test
    void aTrialThatWasNotShortenedIsItself() {
        assertThat(ShorterTrees.trial(runs.request(7, "linear", Fidelity.full(FOLDS))))
                .isEqualTo(7);
    }
}
