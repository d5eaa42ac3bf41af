package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TemperatureTest {
    private static final int ROWS = 4_000;

    private final float[] probabilities = new float[3 * ROWS];
    private final double[] labels = new double[ROWS];

    /** Classes that are drawn with the probabilities that are predicted. */
    TemperatureTest() {
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
        return Temperature.scaled(Predictions.of(probabilities, 3), temperature);
    }

    @Test
    void whatWasMadeTooCarefulIsMadeBoldAgainAndTheOtherWayRound() {
        assertThat(Temperature.of(at(2), Labels.of(labels))).isCloseTo(0.5, within(0.03));
        assertThat(Temperature.of(at(0.5), Labels.of(labels))).isCloseTo(2, within(0.1));
    }

    @Test
    void whatIsRightIsLeftAlone() {
        assertThat(Temperature.of(at(1), Labels.of(labels))).isEqualTo(1);
        assertThat(at(1).toArray()).containsExactly(probabilities);
    }

    @Test
    void theLogLossGetsLess() {
        Predictions careful = at(2);
        Predictions scaled = Temperature.scaled(careful, Temperature.of(careful, Labels.of(labels)));

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
        assertThat(Temperature.of(right, Labels.of(0, 1, 0))).isBetween(0.25, 4.0);

        Predictions wrong = Predictions.of(new float[] {0, 1, 1, 0, 0, 1}, 2);
        assertThat(Temperature.of(wrong, Labels.of(0, 1, 0))).isBetween(0.25, 4.0);
    }

    @Test
    void rowsWithoutWeightDoNotCount() {
        double[] weights = new double[ROWS];
        double[] others = labels.clone();
        for (int row = 0; row < ROWS; row++) {
            weights[row] = row % 2;
            others[row] = row % 2 == 0 ? (labels[row] + 1) % 3 : labels[row];
        }

        assertThat(Temperature.of(at(2), Labels.weighted(others, weights))).isCloseTo(0.5, within(0.04));
    }
}
