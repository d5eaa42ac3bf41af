package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Goals;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Stack;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.tabular.Validation;
import io.automl4j.tabular.conduct.Distillation.Taught;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DistillationTest {
    private static final int FOLDS = 3;
    private static final long ID = 100;
    private static final long TEACHER = 7;

    /** Trees teach a linear model. */
    private static final class Lesson {
        private final Runs runs;
        private final Encodings encodings;
        private final int folds;

        Lesson(TaskType type) {
            this(type, 1);
        }

        Lesson(TaskType type, int repeats) {
            this.folds = repeats * FOLDS;
            this.runs = Runs.of(
                    SyntheticTables.learnable(type, 300, 1),
                    Validation.folds(FOLDS).repeated(repeats));
            this.encodings = new Encodings(runs.data(), 1);
        }

        Optional<Taught> of(int threads, Duration time, Cancellation cancellation) {
            return new Distillation(
                            runs.data(), runs.learners().named("linear"), encodings, Runs.settings(Goals.LOSS, threads))
                    .of(teacher(Optional.empty()), ID, time, cancellation);
        }

        private Teacher teacher(Optional<Stack> stack) {
            runs.run(runs.request(TEACHER, "xgboost", Fidelity.full(folds)));
            EnsembleChooser chooser =
                    new EnsembleChooser(runs.data(), runs.artifacts().ranked(), Goals.LOSS, Set.of());
            MemberAssembly.Assembled folds = new MemberAssembly(runs.data(), runs.learners(), encodings, List.of())
                    .assemble(List.of(chooser.best(SelectionParams.defaults())));
            return new Teacher(
                    folds.encoders(), folds.members(), stack, runs.data().task().outputs());
        }

        double lossOf(String learner) {
            return ((Completed) runs.run(runs.request(8, learner, Fidelity.full(FOLDS)))
                            .outcome())
                    .loss();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS", "REGRESSION"})
    void aPupilKnowsAboutAsMuchAsItWouldByItself(TaskType type) {
        Lesson lesson = new Lesson(type);

        Taught taught = lesson.of(2, Distillation.UNLIMITED, Cancellation.NEVER).orElseThrow();

        Completed outcome = taught.outcome();
        assertThat(outcome.request().id()).isEqualTo(ID);
        assertThat(outcome.request().learner()).isEqualTo("linear");
        assertThat(outcome.request().origin().operator()).isEqualTo("distilled");
        assertThat(outcome.request().origin().parents()).containsExactly(TEACHER);
        assertThat(outcome.foldLosses()).hasSize(FOLDS);
        assertThat(outcome.cost().modelBytes()).isPositive();
        assertThat(outcome.cost().operationsPerRow()).isPositive();
        assertThat(outcome.loss()).isLessThan(1.15 * lesson.lossOf("linear"));
        assertThat(outcome.loss()).isLessThan(0.8 * lesson.lossOf("prior"));
    }

    @Test
    void ofRepeatedFoldsTheFirstOnesJudge() {
        Taught taught = new Lesson(TaskType.BINARY, 2)
                .of(2, Distillation.UNLIMITED, Cancellation.NEVER)
                .orElseThrow();
        assertThat(taught.outcome().foldLosses()).hasSize(FOLDS);
        assertThat(taught.outcome().request().fidelity().folds()).isEqualTo(FOLDS);
    }

    @Test
    void whatAStackAddsIsTaughtToo() {
        Lesson lesson = new Lesson(TaskType.REGRESSION);
        Table rows = lesson.runs.data().table();
        Stack addsFive = new Stack(List.of(TEACHER), PriorModel.of(5));

        double[] plain = lesson.teacher(Optional.empty()).ofAll(rows);
        double[] corrected = lesson.teacher(Optional.of(addsFive)).ofAll(rows);

        assertThat(IntStream.range(0, rows.rows()).mapToDouble(row -> corrected[row] - plain[row]))
                .hasSize(rows.rows())
                .allMatch(added -> Math.abs(added - 5) < 1e-6);
    }

    @Test
    void threadsDoNotMatter() {
        Taught one = new Lesson(TaskType.BINARY)
                .of(1, Distillation.UNLIMITED, Cancellation.NEVER)
                .orElseThrow();
        Taught two = new Lesson(TaskType.BINARY)
                .of(2, Distillation.UNLIMITED, Cancellation.NEVER)
                .orElseThrow();

        assertThat(two.outcome().foldLosses()).isEqualTo(one.outcome().foldLosses());
        assertThat(two.processing()).isEqualTo(one.processing());
    }

    @Test
    void whereTheTimeIsTooShortNothingIsTaught() {
        Lesson lesson = new Lesson(TaskType.BINARY);
        assertThat(lesson.of(2, Duration.ofNanos(1), Cancellation.NEVER)).isEmpty();
        assertThat(lesson.of(2, Duration.ofSeconds(-1), Cancellation.NEVER)).isEmpty();
        assertThat(lesson.of(2, Distillation.UNLIMITED, () -> true)).isEmpty();
    }
}
