package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.model.file.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    private static AutoMlBuilder rich() {
        return AutoClassifier.builder()
                .budget(new Budget(Duration.ofMillis(1234), 77))
                .seed(-5)
                .threads(3)
                .strategy("tpe+hyperband")
                .device(Device.CPU)
                .learners("linear", "mlp")
                .without(Part.ENSEMBLE)
                .objectives(Objectives.LATENCY, Objectives.SIZE)
                .constraints(new Constraint(Objectives.SIZE, 1e6))
                .classWeights(Map.of("good", 2.0, "bad", 0.5))
                .validation(Validation.folds(4).repeated(2))
                .metric(Metrics.ACCURACY)
                .task(TaskType.BINARY)
                .warnings(List.of(new DataWarning(DataWarning.Kind.AMBIGUOUS, "day", "Both.", "Day first.")))
                .note("model", "there");
    }

    @Test
    void whatIsLoadedIsWhatWasSaved() {
        String saved = Nodes.toJson(Settings.save(rich().choices()));
        AutoMlBuilder loaded = Settings.load(Nodes.fromJson(saved));
        assertThat(Nodes.toJson(Settings.save(loaded.choices()))).isEqualTo(saved);
        assertThat(loaded.budget()).isEqualTo(new Budget(Duration.ofMillis(1234), 77));
        assertThat(loaded.note("model")).contains("there");
        assertThat(loaded.note("other")).isEmpty();
    }

    @Test
    void defaultsAreKeptToo() {
        AutoMlBuilder plain = AutoRegressor.builder().budget(Budget.trials(9)).determinism(Determinism.REPRODUCIBLE);
        String saved = Nodes.toJson(Settings.save(plain.choices()));
        assertThat(Nodes.toJson(
                        Settings.save(Settings.load(Nodes.fromJson(saved)).choices())))
                .isEqualTo(saved);
    }

    @Test
    void quantilesAndTheirMetricAreKept() {
        AutoMlBuilder builder =
                AutoRegressor.builder().quantiles(0.1, 0.9).metric(Metrics.byName("mean_pinball_0.1_0.9"));
        String saved = Nodes.toJson(Settings.save(builder.choices()));
        AutoMlBuilder loaded = Settings.load(Nodes.fromJson(saved));
        assertThat(loaded.choices().quantiles()).containsExactly(0.1, 0.9);
        assertThat(Nodes.toJson(Settings.save(loaded.choices()))).isEqualTo(saved);
        assertThat(Nodes.toJson(Settings.save(
                        AutoMl.builder().metric(Metrics.pinball(0.9)).choices())))
                .contains("pinball_0.9");
    }

    @Test
    void quantilesAreThoseOfNumbers() {
        assertThatThrownBy(() -> AutoClassifier.builder().quantiles(0.5)).hasMessageContaining("no task of this class");
        assertThatThrownBy(() -> AutoRegressor.builder().quantiles()).hasMessageContaining("no quantiles");
        assertThatThrownBy(() -> AutoRegressor.builder().quantiles(0.5, 0.1)).hasMessageContaining("must be rising");
        assertThatThrownBy(() -> AutoRegressor.builder().task(TaskType.QUANTILE))
                .hasMessageContaining("quantiles(0.05, 0.5, 0.95)");
        assertThatThrownBy(() -> AutoRegressor.builder()
                        .quantiles(0.5)
                        .recorder(new KnowledgeRecorder(Path.of("kb"), "mine"))
                        .build())
                .hasMessageContaining("Maybe leave the recorder out");
    }

    @Test
    void whatHasNoNameIsRefused() {
        Objective own = new Objective() {
            @Override
            public String label() {
                return "noise";
            }

            @Override
            public double value(Completed trial) {
                return 1;
            }
        };
        assertThatThrownBy(() -> Settings.save(AutoMl.builder().objectives(own).choices()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("objective 'noise' is of your own");
    }

    @Test
    void reproducibleRunsEndByTrialsAndMeasureNothing() {
        assertThatThrownBy(() ->
                        AutoMl.builder().determinism(Determinism.REPRODUCIBLE).build())
                .hasMessageContaining("Maybe take Budget.trials");
        assertThatThrownBy(() -> AutoMl.builder()
                        .determinism(Determinism.REPRODUCIBLE)
                        .budget(Budget.trials(5))
                        .objectives(Objectives.TIME)
                        .build())
                .hasMessageContaining("Maybe take latency");
    }

    @Test
    void newRunsAreFittedAndOldOnesResumed() {
        assertThatThrownBy(() -> AutoMl.builder().build().resume())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe call fit(table)");
        assertThatThrownBy(() -> AutoMl.resuming(Path.of("no-such-folder")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no run in 'no-such-folder'");
    }
}
