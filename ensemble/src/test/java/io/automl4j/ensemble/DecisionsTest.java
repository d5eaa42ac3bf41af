package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Decision;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecisionsTest {
    private static final int ROWS = 4_000;

    private final double[] truth = new double[ROWS];
    private final float[] values = new float[ROWS * 2];

    /** Right probabilities of a class that one row of ten has. */
    DecisionsTest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < ROWS; row++) {
            double yes = Math.pow(random.nextDouble(), 9);
            values[2 * row] = (float) (1 - yes);
            values[2 * row + 1] = (float) yes;
            truth[row] = random.nextDouble() < yes ? 1 : 0;
        }
    }

    @Test
    void balancedAccuracyWantsTheShareOfTheClassAsThreshold() {
        Decision decision = Decisions.of(Metrics.BALANCED_ACCURACY, Predictions.of(values, 2), Labels.of(truth));
        assertThat(decision).isInstanceOf(Decision.Weighted.class);
        double threshold = ((Decision.Weighted) decision).weights().get(0);
        assertThat(threshold).isCloseTo(0.1, within(0.06));
    }

    @Test
    void ofRowsThatDoNotCountNothingIsTold() {
        double[] three = {0, 1, 2, 0, 1, 2, 0, 1};
        Labels labels = Labels.weighted(three, new double[8]);
        Predictions even = Predictions.of(new float[24], 3);
        assertThat(Decisions.of(Metrics.BALANCED_ACCURACY, even, labels)).isEqualTo(Decision.MOST_PROBABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"balanced_accuracy", "f1", "f1_macro", "mcc", "cohens_kappa"})
    void whatIsChosenIsBetterOnOtherRows(String name) {
        Metric metric = Metrics.byName(name);
        int[] even = IntStream.range(0, ROWS / 2).map(i -> 2 * i).toArray();
        int[] odd = IntStream.range(0, ROWS / 2).map(i -> 2 * i + 1).toArray();
        Predictions all = Predictions.of(values, 2);
        Labels labels = Labels.of(truth);
        Decision decision = Decisions.of(metric, all.select(even), labels.select(even));
        double chosen = metric.loss(labels.select(odd), decision.applied(all.select(odd)));
        assertThat(chosen).isLessThan(metric.loss(labels.select(odd), all.select(odd)));
    }

    @Test
    void rareClassesOfManyGetWeight() {
        SplittableRandom random = new SplittableRandom(5);
        float[] three = new float[ROWS * 3];
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double rare = 0.1 * random.nextDouble();
            double second = 0.5 * random.nextDouble();
            three[3 * row] = (float) (1 - rare - second);
            three[3 * row + 1] = (float) second;
            three[3 * row + 2] = (float) rare;
            double drawn = random.nextDouble();
            labels[row] = drawn < rare ? 2 : drawn < rare + second ? 1 : 0;
        }
        Predictions predictions = Predictions.of(three, 3);
        Decision decision = Decisions.of(Metrics.BALANCED_ACCURACY, predictions, Labels.of(labels));
        assertThat(((Decision.Weighted) decision).weights()).isSorted();
        assertThat(Metrics.BALANCED_ACCURACY.score(Labels.of(labels), decision.applied(predictions)))
                .isGreaterThan(Metrics.BALANCED_ACCURACY.score(Labels.of(labels), predictions) + 0.05);
    }

    @Test
    void rowsOfOneClassLeaveTheMostProbableOne() {
        Labels same = Labels.of(new double[ROWS]);
        assertThat(Decisions.of(Metrics.F1, Predictions.of(values, 2), same)).isEqualTo(Decision.MOST_PROBABLE);
    }

    @Test
    void metricsOfProbabilitiesNeedNoDecision() {
        assertThat(Decisions.matterFor(Metrics.ROC_AUC)).isFalse();
        assertThat(Decisions.matterFor(Metrics.RECALL)).isFalse();
        assertThat(Decisions.matterFor(Metrics.ACCURACY)).isFalse();
        assertThat(Decisions.matterFor(Metrics.MCC)).isTrue();
    }
}
