package io.automl4j.api.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 50, 256, 257, 600, 2500})
    void areaIsTheShareOfOrderedPairs(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        double[] targets = new double[rows];
        double[] weights = new double[rows];
        float[] values = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = row < 2 ? row : random.nextInt(2);
            weights[row] = random.nextInt(1, 4);
            // negative scores, ties and both zeros
            values[2 * row + 1] = (random.nextInt(200) - 100) / 8.0f * (random.nextBoolean() ? 1 : -1);
        }
        Labels truth = Labels.weighted(targets, weights);
        Predictions predictions = Predictions.of(values, 2);

        assertThat(Metrics.ROC_AUC.score(truth, predictions)).isEqualTo(pairs(truth, predictions), within(1e-10));
        Labels equal = Labels.of(targets);
        assertThat(Metrics.ROC_AUC.score(equal, predictions)).isEqualTo(pairs(equal, predictions), within(1e-10));
    }

    private static double pairs(Labels truth, Predictions predictions) {
        double ordered = 0;
        double all = 0;
        for (int i = 0; i < truth.rows(); i++) {
            for (int j = 0; j < truth.rows(); j++) {
                if (truth.label(i) == 1 && truth.label(j) == 0) {
                    double weight = truth.weight(i) * truth.weight(j);
                    float difference = predictions.get(i, 1) - predictions.get(j, 1);
                    ordered += weight * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
                    all += weight;
                }
            }
        }
        return ordered / all;
    }

    @Test
    void constantScoreIsChance() {
        Labels truth = Labels.of(0, 1, 1, 0, 1);
        Predictions constant = Predictions.of(new float[10], 2);

        assertThat(Metrics.ROC_AUC.score(truth, constant)).isEqualTo(0.5);
        assertThat(Metrics.AVERAGE_PRECISION.score(truth, constant)).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void infiniteScoresAreOrdered() {
        float[] values = {0, Float.NEGATIVE_INFINITY, 0, Float.MAX_VALUE, 0, Float.POSITIVE_INFINITY};

        assertThat(Metrics.ROC_AUC.score(Labels.of(0, 1, 1), Predictions.of(values, 2)))
                .isEqualTo(1);
    }
}
