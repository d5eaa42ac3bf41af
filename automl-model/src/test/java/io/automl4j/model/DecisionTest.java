package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.file.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DecisionTest {
    private static final Predictions ROWS = Predictions.of(new float[] {0.6f, 0.4f, 0.9f, 0.1f}, 2);

    @Test
    void aThresholdIsTheLeastProbabilityOfTheSecondClass() {
        Decision decision = Decision.threshold(0.3);
        assertThat(decision.of(ROWS, 0)).isEqualTo(1);
        assertThat(decision.of(ROWS, 1)).isZero();
        assertThat(Decision.MOST_PROBABLE.of(ROWS, 0)).isZero();
        assertThatThrownBy(() -> Decision.threshold(1)).hasMessageContaining("threshold is 1.0");
    }

    @Test
    void costsAreExpected() {
        // to miss the second class costs five times as much, so it is said from a probability of 1 / 6 on
        Decision decision = Decision.leastCost(new double[][] {{0, 1}, {5, 0}});
        assertThat(decision.of(ROWS, 0)).isEqualTo(1);
        assertThat(decision.of(ROWS, 1)).isZero();
        assertThat(decision.of(Predictions.of(new float[] {0.83f, 0.17f}, 2), 0))
                .isEqualTo(1);
        assertThat(decision.of(Predictions.of(new float[] {0.84f, 0.16f}, 2), 0))
                .isZero();
    }

    @Test
    void theClassIsTheOneOfTheGreatestExpectedGain() {
        List<Decision> decisions = List.of(
                Decision.MOST_PROBABLE,
                new Decision.Weighted(List.of(1.0, 2.0, 0.7)),
                Decision.leastCost(new double[][] {{0, 1, 3}, {2, 0, 1}, {0.5, 4, 0}}));
        Predictions predictions =
                SampleModels.everyKind().predict(SampleModels.table(50, 3)).values();
        for (Decision decision : decisions) {
            double[][] gains = decision.gains(3);
            for (int row = 0; row < 50; row++) {
                int best = 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int label = 0; label < 3; label++) {
                    double gain = 0;
                    for (int truth = 0; truth < 3; truth++) {
                        gain += gains[truth][label] * predictions.get(row, truth);
                    }
                    best = gain > most ? label : best;
                    most = Math.max(most, gain);
                }
                assertThat(decision.of(predictions, row)).isEqualTo(best);
            }
        }
    }

    @Test
    void aModelDecidesOtherwiseWithTheSameProbabilities() {
        AutoModel model = SampleModels.everyKind();
        Table table = SampleModels.table(50, 3);
        AutoModel third = model.deciding(new Decision.Weighted(List.of(1e-6, 1e-6, 1e6)));
        PredictedRows predicted = third.predict(table);
        assertThat(predicted.label(0)).isEqualTo("yes");
        assertThat(predicted.value(0)).isEqualTo(predicted.probability(0, 2));
        assertThat(predicted.values().toArray())
                .containsExactly(model.predict(table).values().toArray());
        assertThat(third.digest()).isNotEqualTo(model.digest());
    }

    @Test
    void whatIsBestInAMetricIsChosenByName() {
        PostProcessing processing = new PostProcessing(
                Calibration.NONE,
                Decision.MOST_PROBABLE,
                Map.of("f1_macro", new Decision.Weighted(List.of(1e-6, 1e6, 1e-6))),
                Conformal.UNKNOWN);
        AutoModel model = SampleModels.with(processing);
        Table table = SampleModels.table(10, 3);
        assertThat(model.decidingFor("f1_macro").predict(table).label(0)).isEqualTo("perhaps");
        assertThat(model.decidingFor(" F1-macro").digest())
                .isEqualTo(model.decidingFor("f1_macro").digest());
        assertThat(model.decidingFor("f1_macro").decidingFor("accuracy").digest())
                .isEqualTo(model.digest());
        assertThatThrownBy(() -> model.decidingFor("kappa"))
                .hasMessageContaining("'kappa'")
                .hasMessageContaining("[f1_macro]");
    }

    @Test
    void whatIsForOtherClassesIsRefused() {
        assertThatThrownBy(() -> SampleModels.regression().decidingFor("f1")).hasMessageContaining("which are numbers");
        assertThatThrownBy(() -> SampleModels.everyKind().deciding(Decision.threshold(0.5)))
                .hasMessageContaining("for 2 classes, but the model has 3");
        assertThatThrownBy(() -> SampleModels.everyKind().deciding(Decision.leastCost(new double[2][2])))
                .hasMessageContaining("of 2 classes, but the model has 3");
        assertThatThrownBy(() -> Decision.leastCost(new double[][] {{0, 1}, {0}}))
                .hasMessageContaining("2 classes have a row of 1");
        assertThatThrownBy(() -> Decision.leastCost(new double[][] {{Double.NaN}}))
                .hasMessageContaining("A cost is NaN");
        assertThatThrownBy(() -> new Decision.Weighted(List.of(0.0, 1.0))).hasMessageContaining("weight 0.0");
        assertThatThrownBy(() -> Decision.load(new Node().put("kind", "oracle")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'oracle'");
    }
}
