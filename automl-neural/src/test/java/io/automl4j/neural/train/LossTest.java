package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.neural.train.Loss.Batch;
import java.util.SplittableRandom;
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
                new Loss.Pinball(0.3f));
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

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAreFiniteDifferences(Loss loss) {
        Batch batch = batch();
        float[] gradients = new float[batch.scores().length];
        loss.gradients(batch, gradients);
        float[] unused = new float[gradients.length];
        float step = 1 / 256f;
        for (int i = 0; i < gradients.length; i++) {
            float kept = batch.scores()[i];
            batch.scores()[i] = kept + step;
            double up = loss.gradients(batch, unused);
            batch.scores()[i] = kept - step;
            double down = loss.gradients(batch, unused);
            batch.scores()[i] = kept;
            assertThat((double) gradients[i]).as("score %d", i).isCloseTo((up - down) / (2 * step), within(2e-4));
        }
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
