package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.neural.train.Loss.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LossTest {
    private static final int ROWS = 6;
    private static final int WIDTH = 3;
    private static final int MEMBERS = 2;

    static Stream<Loss> losses() {
        return Stream.of(
                new Loss.CrossEntropy(0),
                new Loss.CrossEntropy(2),
                new Loss.SquaredError(),
                new Loss.Huber(0.7f),
                new Loss.Pinball(List.of(0.1, 0.3, 0.9)));
    }

    /** Shares of classes, some of them mixed, and unequal weights. */
    private static Batch batch() {
        SplittableRandom random = new SplittableRandom(3);
        float[] scores = new float[ROWS * MEMBERS * WIDTH];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (2 * random.nextGaussian());
        }
        float[] targets = new float[ROWS * WIDTH];
        float[] weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[row * WIDTH + row % WIDTH] = 0.75f;
            targets[row * WIDTH + (row + 1) % WIDTH] = 0.25f;
            weights[row] = 0.5f + row;
        }
        return new Batch(scores, targets, weights, ROWS, MEMBERS, WIDTH);
    }

    /** The loss of a row by its formula, in double precision. */
    private static double ofRow(Loss loss, double[] scores, double[] targets) {
        double sum = 0;
        if (loss instanceof Loss.CrossEntropy entropy) {
            double powers = DoubleStream.of(scores).map(Math::exp).sum();
            for (int i = 0; i < WIDTH; i++) {
                double p = Math.exp(scores[i]) / powers;
                sum -= targets[i] * Math.pow(1 - p, entropy.focus()) * Math.log(p);
            }
            return sum;
        }
        for (int i = 0; i < WIDTH; i++) {
            double error = scores[i] - targets[i];
            if (loss instanceof Loss.Huber huber) {
                double distance = huber.distance();
                double size = Math.abs(error);
                sum += size < distance ? size * size / 2 : distance * (size - distance / 2);
            } else if (loss instanceof Loss.Pinball pinball) {
                double quantile = pinball.quantiles().get(i);
                sum += error < 0 ? -quantile * error : (1 - quantile) * error;
            } else {
                sum += error * error;
            }
        }
        return sum;
    }

    /** The weighted mean over rows and their members. */
    private static double reference(Loss loss, Batch batch, double[] scores) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < ROWS; row++) {
            double[] targets = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                targets[i] = batch.targets()[row * WIDTH + i];
            }
            weights += batch.weights()[row];
            for (int member = 0; member < MEMBERS; member++) {
                int at = (row * MEMBERS + member) * WIDTH;
                sum += batch.weights()[row]
                        * ofRow(loss, Arrays.copyOfRange(scores, at, at + WIDTH), targets)
                        / MEMBERS;
            }
        }
        return sum / weights;
    }

    /** Against finite differences in double precision, by the norm of all gradients. */
    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAreFiniteDifferences(Loss loss) {
        Batch batch = batch();
        float[] gradients = new float[batch.scores().length];
        double value = loss.gradients(batch, gradients);
        double[] scores = new double[gradients.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = batch.scores()[i];
        }
        double expected = reference(loss, batch, scores);
        assertThat(value).isCloseTo(expected, within(1e-5 * expected));
        double step = 1e-6;
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < gradients.length; i++) {
            double kept = scores[i];
            scores[i] = kept + step;
            double up = reference(loss, batch, scores);
            scores[i] = kept - step;
            double down = reference(loss, batch, scores);
            scores[i] = kept;
            double slope = (up - down) / (2 * step);
            difference += Math.pow(gradients[i] - slope, 2);
            norm += slope * slope;
        }
        assertThat(Math.sqrt(difference / norm)).isLessThan(1e-4);
    }

    @Test
    void ofOneRowOnlyItsOwnLossCounts() {
        Batch sure = new Batch(new float[] {0, 0}, new float[] {1, 0}, new float[] {3}, 1, 1, 2);
        float[] gradients = new float[2];
        assertThat(new Loss.CrossEntropy(0).gradients(sure, gradients)).isCloseTo(Math.log(2), within(1e-6));
        assertThat(gradients).containsExactly(new float[] {-0.5f, 0.5f}, within(1e-6f));
        assertThat(new Loss.SquaredError().gradients(sure, gradients)).isCloseTo(1, within(1e-6));
        assertThat(gradients).containsExactly(-2, 0);
    }

    @Test
    void rowsWithoutWeightDoNotCount() {
        Batch none = new Batch(new float[] {1, 2}, new float[] {1, 0}, new float[] {0}, 1, 1, 2);
        float[] gradients = {9, 9};
        assertThat(new Loss.CrossEntropy(0).gradients(none, gradients)).isZero();
        assertThat(gradients[0]).isZero();
        assertThat(gradients[1]).isZero();
    }
}
