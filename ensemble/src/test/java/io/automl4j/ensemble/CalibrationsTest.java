package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Calibration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibrationsTest {
    private static final int ROWS = 4_000;

    private final float[] probabilities = new float[3 * ROWS];
    private final double[] labels = new double[ROWS];

    /** Classes that are drawn with the probabilities that are predicted. */
    CalibrationsTest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            double[] parts = new double[3];
            for (int output = 0; output < 3; output++) {
                parts[output] = Math.exp(2 * random.nextDouble(-1, 1));
                sum += parts[output];
            }
            double left = random.nextDouble();
            for (int output = 2; output >= 0; output--) {
                probabilities[3 * row + output] = (float) (parts[output] / sum);
                labels[row] = left >= 0 ? output : labels[row];
                left -= parts[output] / sum;
            }
        }
    }

    private Predictions at(double temperature) {
        return Calibration.temperature(temperature, 3).applied(Predictions.of(probabilities, 3));
    }

    /** The one of all classes. */
    private static double temperature(Predictions predictions, Labels truth) {
        Calibration calibration = Calibrations.of(predictions, truth);
        assertThat(calibration.powers()).containsOnly(calibration.powers().get(0));
        assertThat(calibration.factors()).containsOnly(1.0);
        return 1 / calibration.powers().get(0);
    }

    private static void assertBounded(Calibration calibration) {
        assertThat(calibration.powers()).allMatch(power -> power >= 0.25 && power <= 4);
        assertThat(calibration.factors()).allMatch(factor -> factor > 1e-5 && factor < 1e5);
    }

    @Test
    void aClassThatIsTreatedUnlikeTheOthersGetsAFactor() {
        Predictions biased = new Calibration(List.of(1.0, 1.0, 1.0), List.of(1.0, 3.0, 0.5))
                .applied(Predictions.of(probabilities, 3));
        Calibration calibration = Calibrations.of(biased, Labels.of(labels));
        assertThat(calibration.factors().get(1)).isCloseTo(1 / 3.0, within(0.05));
        assertThat(calibration.factors().get(2)).isCloseTo(2, within(0.3));
        assertThat(calibration.powers().get(0)).isCloseTo(1, within(0.1));
    }

    @Test
    void twoClassesAreScaledByABetaDistribution() {
        SplittableRandom random = new SplittableRandom(2);
        int rows = 5 * ROWS;
        float[] predicted = new float[2 * rows];
        double[] truth = new double[rows];
        for (int row = 0; row < rows; row++) {
            double yes = random.nextDouble(0.02, 0.98);
            predicted[2 * row] = (float) (1 - yes);
            predicted[2 * row + 1] = (float) yes;
            // the calibration map of Kull and others: a = 2, b = 0.7, c = -0.4
            double odds = Math.exp(-0.4) * Math.pow(yes, 2) / Math.pow(1 - yes, 0.7);
            truth[row] = random.nextDouble() < odds / (1 + odds) ? 1 : 0;
        }
        Calibration calibration = Calibrations.of(Predictions.of(predicted, 2), Labels.of(truth));
        assertThat(calibration.powers().get(1)).isCloseTo(2, within(0.25));
        assertThat(calibration.powers().get(0)).isCloseTo(0.7, within(0.15));
        assertThat(Math.log(calibration.factors().get(1))).isCloseTo(-0.4, within(0.3));
    }

    @Test
    void whatWasMadeTooCarefulIsMadeBoldAgainAndTheOtherWayRound() {
        assertThat(temperature(at(2), Labels.of(labels))).isCloseTo(0.5, within(0.03));
        assertThat(temperature(at(0.5), Labels.of(labels))).isCloseTo(2, within(0.1));
    }

    @Test
    void whatIsRightIsLeftAlone() {
        assertThat(Calibrations.of(at(1), Labels.of(labels)).isNone()).isTrue();
        assertThat(at(1).toArray()).containsExactly(probabilities);
    }

    @Test
    void theLogLossGetsLess() {
        Predictions careful = at(2);
        Predictions scaled = Calibrations.of(careful, Labels.of(labels)).applied(careful);

        assertThat(Metrics.LOG_LOSS.loss(Labels.of(labels), scaled))
                .isLessThan(Metrics.LOG_LOSS.loss(Labels.of(labels), careful));
        for (int row = 0; row < ROWS; row++) {
            assertThat(scaled.get(row, 0) + scaled.get(row, 1) + scaled.get(row, 2))
                    .isCloseTo(1, within(1e-6f));
            assertThat(scaled.argMax(row)).isEqualTo(careful.argMax(row));
        }
    }

    @Test
    void itStaysWithinBoundsWhereEveryRowIsRightOrWrong() {
        Predictions right = Predictions.of(new float[] {0.6f, 0.4f, 0.4f, 0.6f, 0.6f, 0.4f}, 2);
        assertBounded(Calibrations.of(right, Labels.of(0, 1, 0)));

        Predictions wrong = Predictions.of(new float[] {0, 1, 1, 0, 0, 1}, 2);
        assertBounded(Calibrations.of(wrong, Labels.of(0, 1, 0)));
    }

    @Test
    void rowsWithoutWeightDoNotCount() {
        double[] weights = new double[ROWS];
        double[] others = labels.clone();
        for (int row = 0; row < ROWS; row++) {
            weights[row] = row % 2;
            others[row] = row % 2 == 0 ? (labels[row] + 1) % 3 : labels[row];
        }

        assertThat(temperature(at(2), Labels.weighted(others, weights))).isCloseTo(0.5, within(0.04));
    }
}
