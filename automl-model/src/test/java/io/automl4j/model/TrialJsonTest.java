package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.StopRule;
import io.automl4j.api.trial.StopRule.CurveBound;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.file.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrialJsonTest {
    private static final TrialRequest PLAIN = TrialRequest.of(7, "linear", Configuration.EMPTY, Fidelity.full(5), -3);
    private static final TrialRequest RICH = new TrialRequest(
            Long.MAX_VALUE,
            "xgboost",
            Configuration.of("rate", 0.1, "depth", 6, "shape", "tall\nand \"wide\" \ud83d"),
            new Fidelity(1.0 / 3, 1.0 / 9, 2),
            OptionalLong.of(12),
            new StopRule(0.25, List.of(new CurveBound(0.5, Double.NaN), new CurveBound(1, 0.1))),
            Long.MIN_VALUE,
            Duration.ofNanos(1),
            new Origin("BinaryCrossover", List.of(3L, Long.MAX_VALUE)));
    private static final Cost COST = new Cost(Duration.ofMillis(1234), Duration.ofMillis(7), 99, 1L << 40);

    static Stream<TrialOutcome> outcomes() {
        return Stream.of(
                new TrialOutcome.Completed(
                        RICH,
                        0.75,
                        0.25,
                        List.of(0.2, Double.NaN, Double.POSITIVE_INFINITY),
                        List.of(3, 4),
                        List.of(new CurvePoint(1, 0.5), new CurvePoint(2, 1e-300)),
                        COST),
                new TrialOutcome.Completed(PLAIN, 1, 0, List.of(), List.of(), List.of(), COST),
                new TrialOutcome.Pruned(PLAIN, 3.5, COST),
                new TrialOutcome.Failed(RICH, Stage.TRAIN, "timeout", "it said:\n'no'", COST));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomesComeBackFromALine(TrialOutcome outcome) {
        String line = Nodes.toJson(TrialJson.node(outcome));
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(TrialJson.outcome(Nodes.fromJson(line))).isEqualTo(outcome);
    }

    @Test
    void whatIsNoTrialIsRefused() {
        String line = Nodes.toJson(TrialJson.node(new TrialOutcome.Pruned(PLAIN, 3.5, COST)));
        for (String bad : List.of(
                "{}",
                line.replace("\"folds\":5", "\"folds\":0"),
                line.replace("\"folds\":5", "\"folds\":99999999999"),
                line.replace("PT", "P?"))) {
            assertThatThrownBy(() -> TrialJson.outcome(Nodes.fromJson(bad)))
                    .as(bad)
                    .isInstanceOf(ModelFileException.class);
        }
        assertThatThrownBy(() -> TrialJson.outcome(Nodes.fromJson(line.replace("pruned", "vanished"))))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'vanished'");
    }
}
