package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Attempt;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExperienceRecorderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BINARY | roc_auc | log_loss,balanced_accuracy",
                "MULTICLASS | log_loss | roc_auc_ovr_macro,balanced_accuracy",
                "REGRESSION | rmse | mae"
            })
    void fullTrialsAreRecordedWithLossesOfEveryKind(TaskType type, String metric, String others) {
        Runs runs = Runs.of(SyntheticTables.learnable(type, 120, 1), Validation.folds(3));
        ExperienceRecorder recorder = new ExperienceRecorder(runs.data());
        TrialResult whole = runs.run(runs.request(1, "linear", Fidelity.full(3)));

        recorder.accept(whole);
        recorder.accept(runs.run(runs.request(2, "linear", Fidelity.full(1))));

        List<Attempt> attempts = recorder.attempts();
        assertThat(attempts).hasSize(1);
        Attempt attempt = attempts.get(0);
        assertThat(attempt.learner()).isEqualTo("linear");
        double loss = whole.outcome().fold(completed -> completed.loss(), pruned -> Double.NaN, failed -> Double.NaN);
        assertThat(attempt.losses().of(metric)).hasValueCloseTo(loss, within(1e-9));
        assertThat(attempt.losses().byMetric()).containsKeys(others.split(","));
        assertThat(attempt.losses().of("no such metric")).isEmpty();
        assertThat(attempt.seconds()).isPositive();
        assertThat(attempt.latency().orElse(0)).isEqualTo(whole.outcome().cost().operationsPerRow());
        assertThat(attempt.latency().orElse(0)).isPositive();
    }

    /** Of a run that is resumed, which kept the outcome alone. */
    @Test
    void aTrialThatLeftNothingIsNotRecorded() {
        Runs runs = Runs.of(SyntheticTables.learnable(TaskType.BINARY, 120, 1), Validation.folds(3));
        ExperienceRecorder recorder = new ExperienceRecorder(runs.data());
        TrialResult whole = runs.run(runs.request(1, "linear", Fidelity.full(3)));

        recorder.accept(new TrialResult(whole.outcome(), List.of()));

        assertThat(recorder.attempts()).isEmpty();
    }

    @Test
    void whatFailedIsKnownToHaveReachedNothing() {
        Runs runs = Runs.of(SyntheticTables.learnable(TaskType.BINARY, 120, 1), Validation.folds(3));
        ExperienceRecorder recorder = new ExperienceRecorder(runs.data());
        TrialRequest request = runs.request(1, "linear", Fidelity.full(3));

        recorder.accept(new TrialResult(
                new TrialOutcome.Failed(request, Stage.TRAIN, "OutOfMemoryError", "", Cost.of(Duration.ofSeconds(1))),
                List.of()));

        assertThat(recorder.attempts()).hasSize(1);
        assertThat(recorder.attempts().get(0).configuration()).isEqualTo(request.configuration());
        assertThat(recorder.attempts().get(0).losses().byMetric()).isEmpty();
    }
}
