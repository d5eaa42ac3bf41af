package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Watch watch = new Watch(nanos::get, 0, Budget.of(Duration.ofSeconds(60)));
    private final StringWriter err = new StringWriter();

    private static AutoMlEvent ended(int trials, double best) {
        TrialRequest request = TrialRequest.of(trials, "linear", Configuration.EMPTY, Fidelity.full(5), 1);
        return new AutoMlEvent.TrialEnded(
                new TrialOutcome.Pruned(request, 1, Cost.of(Duration.ZERO)),
                trials,
                OptionalDouble.of(best),
                Duration.ZERO);
    }

    private void at(int seconds) {
        nanos.set(Duration.ofSeconds(seconds).toNanos());
    }

    private static AutoMlEvent started() {
        return resumed(Duration.ZERO);
    }

    private static AutoMlEvent resumed(Duration before) {
        Task task = new Task(TaskType.BINARY, "y", List.of("a", "b"));
        return new AutoMlEvent.Started(task, "roc_auc", 100, 3, "5 stratified folds", before);
    }

    @Test
    void linesTellOfBetterScoresAndNowAndThen() {
        try (Progress progress = new LineProgress(watch, new PrintWriter(err))) {
            progress.on(started());
            progress.on(new AutoMlEvent.Warned(
                    new DataWarning(DataWarning.Kind.CONSTANT, "c", "Every cell\nis 1.", "It is ignored.")));
            at(1);
            progress.on(ended(1, 0.5));
            at(2);
            progress.on(ended(2, 0.5));
            at(3);
            progress.on(ended(3, 0.75));
            at(20);
            progress.on(ended(4, 0.75));
            progress.on(new AutoMlEvent.EnsembleChosen(0.8, 2));
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "binary of 'y': 100 rows, 3 features; 5 stratified folds; roc_auc",
                        "warning: Column 'c': Every cell is 1. It is ignored.",
                        "59 s left: best roc_auc 0.5000 after 1 trial",
                        "57 s left: best roc_auc 0.7500 after 3 trials",
                        "40 s left: best roc_auc 0.7500 after 4 trials",
                        "40 s left: the ensemble has 2 members");
    }

    @Test
    void theBarFillsAsTimePasses() {
        try (BarProgress progress = new BarProgress(watch, new PrintWriter(err))) {
            progress.on(started());
            progress.on(ended(43, 0.7912));
            at(30);
            assertThat(progress.render())
                    .hasSize(79)
                    .startsWith("[====")
                    .endsWith("  50%  roc_auc 0.7912  43 trials  30 s left");
            at(90);
            assertThat(progress.render()).contains("=] 100%", "0.0 s left");
        }
        assertThat(err.toString()).endsWith(System.lineSeparator());
    }

    @Test
    void whatWasUsedBeforeAResumeCounts() {
        try (Progress progress = new LineProgress(watch, new PrintWriter(err))) {
            progress.on(resumed(Duration.ofSeconds(45)));
            at(5);
            progress.on(ended(9, 0.5));
        }
        assertThat(err.toString()).contains("10 s left: best roc_auc 0.5000 after 9 trials");
    }

    @Test
    void theBudgetCountsFromTheStartOfTheJvm() {
        Watch since = Watch.sinceJvmStart(System::nanoTime, Budget.of(Duration.ofDays(1)));
        assertThat(since.spent()).isPositive().isLessThan(Duration.ofHours(1));
        assertThat(since.left()).isLessThan(Duration.ofDays(1));
    }
}
