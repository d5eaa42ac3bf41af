package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Conformal;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ConformalScoresTest {
    private static final int ROWS = 3_000;

    @Test
    void rowsOfLikePredictionsAreAGroup() {
        SplittableRandom random = new SplittableRandom(3);
        double[] predicted = random.doubles(ROWS, 0, 10).toArray();
        double[] truth = DoubleStream.of(predicted)
                .map(value -> value + value * random.nextDouble(-1, 2))
                .toArray();
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) predicted[row];
        }
        Conformal conformal = ConformalScores.ofNumbers(Predictions.of(values, 1), Labels.of(truth));
        assertThat(conformal.groups()).hasSize(10);
        assertThat(conformal.bounds()).isSorted();
        assertThat(conformal.groups().stream().mapToLong(Conformal.Scores::rows).sum())
                .isEqualTo(ROWS);
        // the errors reach from -f to 2 f: the greatest of the last group is about 20
        assertThat(conformal
                        .groups()
                        .get(9)
                        .sorted()
                        .get(conformal.groups().get(9).sorted().size() - 1))
                .isCloseTo(20, within(1.5));
        assertThat(conformal.groups().get(0).sorted().get(0)).isBetween(-1.0, 0.0);
    }

    @Test
    void rowsWithoutWeightDoNotCount() {
        float[] values = new float[600];
        double[] truth = new double[600];
        double[] weights = new double[600];
        for (int row = 0; row < 600; row++) {
            truth[row] = row % 2 == 0 ? 1 : 1_000;
            weights[row] = row % 2 == 0 ? 2 : 0;
        }
        Conformal conformal = ConformalScores.ofNumbers(Predictions.of(values, 1), Labels.weighted(truth, weights));
        assertThat(conformal.groups()).extracting(Conformal.Scores::rows).containsExactly(300L);
        assertThat(conformal.groups().get(0).sorted()).allMatch(deviation -> deviation == 1);
    }

    @Test
    void equalPredictionsAreNotParted() {
        float[] values = new float[1_000];
        double[] truth = new double[1_000];
        for (int row = 0; row < 1_000; row++) {
            values[row] = row < 700 ? 1 : 2;
            truth[row] = row;
        }
        Conformal conformal = ConformalScores.ofNumbers(Predictions.of(values, 1), Labels.of(truth));
        assertThat(conformal.bounds()).containsExactly(1.0);
        assertThat(conformal.groups()).extracting(Conformal.Scores::rows).containsExactly(700L, 300L);
    }

    @Test
    void noGroupIsSmall() {
        // 398 rows of one prediction, 3 of another, and 199 that all differ
        float[] values = new float[600];
        double[] truth = new double[600];
        for (int row = 0; row < 600; row++) {
            values[row] = row < 398 ? 1 : row < 401 ? 2 : row;
        }
        Conformal conformal = ConformalScores.ofNumbers(Predictions.of(values, 1), Labels.of(truth));
        assertThat(conformal.groups()).extracting(Conformal.Scores::rows).containsExactly(398L, 202L);
    }

    @Test
    void classesAreScoredByTheProbabilityOfTheTrueOne() {
        Conformal conformal =
                ConformalScores.ofClasses(Predictions.of(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, 2), Labels.of(1, 0));
        assertThat(conformal.groups().get(0).sorted()).containsExactly(0.25, 0.5);
    }
}
