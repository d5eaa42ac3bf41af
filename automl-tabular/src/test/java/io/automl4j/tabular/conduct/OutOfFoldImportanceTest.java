package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.run.Goals;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Importance;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutOfFoldImportanceTest {
    private static final Duration LONG = Duration.ofSeconds(100);

    private record Fitted(EnsembleChoice choice, OutOfFoldImportance importance) {
        static Fitted of(Sample sample, Validation validation, String... learners) {
            Runs runs = Runs.of(sample, validation);
            Encodings encodings = new Encodings(runs.data(), 1);
            int folds = runs.data().plan().folds().size();
            for (int id = 0; id < learners.length; id++) {
                runs.run(runs.request(id + 1, learners[id], Fidelity.full(folds)));
            }
            EnsembleChooser chooser =
                    new EnsembleChooser(runs.data(), runs.artifacts().ranked(), Goals.LOSS, Set.of());
            EnsembleChoice choice = chooser.front(
                            chooser.best(SelectionParams.defaults()), SelectionParams.defaults(), List.of())
                    .get(0);
            MemberAssembly.Assembled assembled =
                    new MemberAssembly(runs.data(), runs.learners(), encodings, List.of()).assemble(List.of(choice));
            return new Fitted(
                    choice,
                    new OutOfFoldImportance(
                            runs.data(), assembled.encoders(), assembled.members(), choice.processing()));
        }
    }

    /** The score is that of the ensemble, so each row was predicted by models that had not seen it. */
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void theScoreIsThatOfTheEnsemble(TaskType type) {
        Fitted fitted = Fitted.of(SyntheticTables.learnable(type, 300, 1), Validation.folds(3), "linear", "linear");
        Importance importance = fitted.importance().of(LONG, 1, Cancellation.NEVER);
        assertThat(importance.rows()).isEqualTo(300);
        assertThat(importance.score()).isCloseTo(fitted.choice().score(), within(1e-5));
        assertThat(importance.columns()).isNotEmpty().allMatch(column -> column.repeats() == 5);
        assertThat(importance.columns().get(0).low()).isPositive();
        assertThat(fitted.importance().of(LONG, 1, Cancellation.NEVER)).isEqualTo(importance);
        assertThat(fitted.importance().of(LONG, 2, Cancellation.NEVER)).isNotEqualTo(importance);
    }

    /** One that is ten errors off makes the error ten times as large. */
    @Test
    void whatAStackAddsIsPartOfTheEnsemble() {
        Fitted fitted =
                Fitted.of(SyntheticTables.learnable(TaskType.REGRESSION, 300, 1), Validation.folds(3), "linear");
        double error = fitted.choice().score();
        OutOfFoldImportance plain = fitted.importance();
        Stack wrong = new Stack(List.of(plain.members().get(0).trial()), PriorModel.of((float) (10 * error)));
        OutOfFoldImportance stacked = new OutOfFoldImportance(
                plain.data(), plain.encoders(), plain.members(), PostProcessing.correcting(wrong));

        assertThat(stacked.of(LONG, 1, Cancellation.NEVER).score()).isBetween(9.5 * error, 10.5 * error);
    }

    @Test
    void rowsThatSeveralFoldsValidateGetTheMean() {
        Fitted fitted = Fitted.of(
                SyntheticTables.learnable(TaskType.REGRESSION, 120, 1),
                Validation.folds(3).repeated(2),
                "linear");
        assertThat(fitted.importance().of(LONG, 1, Cancellation.NEVER).score())
                .isCloseTo(fitted.choice().score(), within(1e-5));
    }

    @Test
    void theTimeBoundsRowsAndRepeats() {
        Fitted fitted = Fitted.of(SyntheticTables.learnable(TaskType.BINARY, 600, 1), Validation.folds(2), "linear");
        assertThat(fitted.importance().of(Duration.ofNanos(1), 1, Cancellation.NEVER))
                .isEqualTo(Importance.NONE);
        assertThat(fitted.importance().of(LONG, 1, () -> true)).isEqualTo(Importance.NONE);
        Duration time = LONG;
        Importance some = fitted.importance().of(time, 1, Cancellation.NEVER);
        // halved until it no longer does, which ends at fewer rows and repeats
        int steps = 0;
        Importance last = some;
        while (!some.equals(Importance.NONE)) {
            last = some;
            time = time.dividedBy(2);
            some = fitted.importance().of(time, 1, Cancellation.NEVER);
            assertThat(some.rows()).isLessThanOrEqualTo(last.rows());
            steps++;
        }
        assertThat(steps).isGreaterThan(2);
        assertThat(last.rows()).isEqualTo(100);
        assertThat(last.columns()).extracting(ColumnImportance::repeats).containsOnly(1);
        assertThat(last.columns().get(0).low()).isNaN();
    }

    /** A clock that goes on by a second at each reading: a hundred rows take a second. */
    @Test
    void slownessIsWhatTheClockSays() {
        Fitted fitted = Fitted.of(SyntheticTables.learnable(TaskType.BINARY, 300, 1), Validation.folds(2), "linear");
        AtomicLong now = new AtomicLong();
        double slow = fitted.importance().slowness(() -> now.addAndGet(1_000_000_000L), 1);
        double slower = fitted.importance().slowness(() -> now.addAndGet(3_000_000_000L), 1);
        assertThat(slower).isCloseTo(3 * slow, within(1e-6 * slow)).isGreaterThan(100);
        assertThat(fitted.importance().slowness(() -> 0, 1)).isEqualTo(1);
    }

    @Test
    void anEnsembleOfNoColumnHasNone() {
        Fitted fitted = Fitted.of(SyntheticTables.learnable(TaskType.BINARY, 100, 1), Validation.folds(2), "prior");
        assertThat(fitted.importance().of(LONG, 1, Cancellation.NEVER)).isEqualTo(Importance.NONE);
    }
}
