package io.automl4j.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {
    private static final Goals SMALL_AND_FAST =
            new Goals(List.of(Objectives.LATENCY), List.of(new Constraint(Objectives.SIZE, 100)));

    private static Completed trial(double loss, long operations, long bytes) {
        TrialRequest request = TrialRequest.of(1, "a", Configuration.EMPTY, Fidelity.full(1), 1);
        Cost cost = new Cost(Duration.ofMillis(1500), operations, bytes);
        return new Completed(request, -loss, loss, List.of(), List.of(), List.of(), cost);
    }

    @Test
    void theLossComesFirst() {
        assertThat(Goals.LOSS.values(trial(0.3, 7, 9))).containsExactly(0.3);
        assertThat(SMALL_AND_FAST.values(trial(0.3, 7, 9))).containsExactly(0.3, 7.0);
        assertThat(Objectives.TIME.value(trial(0.3, 7, 9))).isEqualTo(1.5);
    }

    @Test
    void whatViolatesMoreIsWorse() {
        Completed kept = trial(0.9, 1_000_000, 100);
        Completed above = trial(0.1, 1, 150);
        Completed farAbove = trial(0.1, 1, 500);
        assertThat(SMALL_AND_FAST.areKept(List.of(kept))).isTrue();
        assertThat(SMALL_AND_FAST.areKept(List.of(above))).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(SMALL_AND_FAST.values(above).get(i))
                    .isGreaterThan(SMALL_AND_FAST.values(kept).get(i))
                    .isLessThan(SMALL_AND_FAST.values(farAbove).get(i));
        }
    }

    @Test
    void anObjectiveIsNamedOnce() {
        assertThatThrownBy(() -> new Goals(List.of(Objectives.SIZE, Objectives.SIZE), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'size' is named twice");
    }

    /** What an ensemble costs is the sum of what its members cost. */
    @Test
    void membersKeepABoundTogether() {
        Completed half = trial(0.1, 1, 60);
        assertThat(SMALL_AND_FAST.areKept(List.of(half))).isTrue();
        assertThat(SMALL_AND_FAST.areKept(List.of(half, half))).isFalse();
        assertThat(SMALL_AND_FAST.violation(List.of(half, half))).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void anObjectiveWithoutAValueIsNamed() {
        Objective odd = new Objective() {
            @Override
            public String label() {
                return "odd";
            }

            @Override
            public double value(Completed trial) {
                return Double.NaN;
            }
        };
        Goals goals = new Goals(List.of(odd), List.of());
        assertThatThrownBy(() -> goals.check(trial(0.1, 1, 1))).hasMessageContaining("'odd' is NaN");
        SMALL_AND_FAST.check(trial(0.1, 1, 1));
    }

    /** It would be asked about ensembles only when the search has ended. */
    @Test
    void anObjectiveIsAskedAboutTwoTogetherAtOnce() {
        Objective lonely = new Objective() {
            @Override
            public String label() {
                return "lonely";
            }

            @Override
            public double value(Completed trial) {
                return 1;
            }

            @Override
            public double together(List<Double> members) {
                return members.size() == 1 ? 1 : Double.NaN;
            }
        };
        Goals goals = new Goals(List.of(lonely), List.of());
        assertThatThrownBy(() -> goals.check(trial(0.1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Objective 'lonely' of an ensemble of 2 is NaN.");
    }

    @Test
    void modelsAreComparedByLatencyAndSizeUnlessByOtherThings() {
        assertThat(Goals.LOSS.ofModels().objectives()).containsExactly(Objectives.LATENCY, Objectives.SIZE);
        assertThat(SMALL_AND_FAST.ofModels()).isSameAs(SMALL_AND_FAST);
    }

    @Test
    void boundsArePositive() {
        assertThatThrownBy(() -> new Constraint(Objectives.SIZE, 0)).hasMessageContaining("'size' is 0.0");
    }

    @Test
    void objectivesHaveNames() {
        for (Objectives objective : Objectives.values()) {
            assertThat(Objectives.named(objective.label())).isSameAs(objective);
        }
        assertThatThrownBy(() -> Objectives.named("beauty"))
                .hasMessageContaining("no objective 'beauty'")
                .hasMessageContaining("latency");
    }
}
