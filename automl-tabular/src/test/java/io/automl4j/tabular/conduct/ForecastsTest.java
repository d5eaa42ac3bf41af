package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Runs runs = Runs.of(SyntheticTables.learnable(TaskType.BINARY, 120, 1), Validation.folds(3));
    private final Forecasts forecasts =
            new Forecasts(runs.learners(), runs.data().shape(), true);
    private final TrialRequest request =
            runs.request(1, "linear", Fidelity.full(3)).withLimit(LIMIT);

    private Duration expected() {
        return forecasts.of(request.learner(), request.configuration(), request.fidelity());
    }

    private TrialOutcome failed(String type, Duration took) {
        return new TrialOutcome.Failed(request, Stage.TRAIN, type, "", Cost.of(took));
    }

    @Test
    void whatWasCutOffTakesLongerThanExpected() {
        Duration before = expected();

        forecasts.learn(failed("timeout", LIMIT));

        assertThat(before).isLessThan(LIMIT.dividedBy(10));
        // the correction has a bound
        assertThat(expected()).isGreaterThan(before.multipliedBy(20));
    }

    @Test
    void whatWasCutOffEarlierThanExpectedTellsNothing() {
        TrialOutcome.Completed slow = new TrialOutcome.Completed(
                request,
                0.5,
                0.5,
                List.of(0.5, 0.5, 0.5),
                List.of(1, 1, 1),
                List.of(),
                Cost.of(Duration.ofSeconds(20)));
        forecasts.learn(slow);
        Duration known = expected();
        TrialRequest hurried = request.withLimit(Duration.ofNanos(1));

        forecasts.learn(new TrialOutcome.Failed(hurried, Stage.TRAIN, "timeout", "", Cost.of(Duration.ofMillis(1))));

        assertThat(expected()).isEqualTo(known);
    }

    @Test
    void aFailureTellsNothing() {
        Duration before = expected();

        forecasts.learn(failed("IllegalStateException", Duration.ofSeconds(20)));

        assertThat(expected()).isEqualTo(before);
    }
}
