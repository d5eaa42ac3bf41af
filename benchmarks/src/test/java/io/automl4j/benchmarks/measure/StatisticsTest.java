package io.automl4j.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {

    @Test
    void normalisedScoresLieBetweenPriorAndReference() {
        assertThat(NormalisedScore.of(0.5, 0.5, 0.1)).isZero();
        assertThat(NormalisedScore.of(0.1, 0.5, 0.1)).isEqualTo(1);
        assertThat(NormalisedScore.of(0.3, 0.5, 0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(NormalisedScore.of(9, 0.5, 0.1)).isEqualTo(-1);
        assertThat(NormalisedScore.of(-9, 0.5, 0.1)).isEqualTo(2);
        assertThat(NormalisedScore.of(0.3, 0.5, 0.5)).isNaN();
        assertThat(NormalisedScore.of(0.3, 0.5, 0.6))
                .as("a reference worse than the prior")
                .isNaN();
        assertThat(NormalisedScore.loss("roc_auc", 0.9)).isCloseTo(0.1, within(1e-12));
        assertThat(NormalisedScore.loss("rmse", 3)).isEqualTo(3);
    }

    @Test
    void theIntervalOfAConstantIsAPoint() {
        double[] same = new double[24];
        Arrays.fill(same, 0.25);
        assertThat(Interval.ofMean(same)).isEqualTo(new Interval(0.25, 0.25, 0.25));
        assertThat(Interval.ofMean(same).verdict()).isEqualTo("better");
        assertThat(Interval.ofMean(new double[0]).verdict()).isEqualTo("no difference shown");
    }

    /** Of standard normal scores the interval of the mean of n is about ±1.645/√n. */
    @Test
    void theIntervalIsAsWideAsTheoryHasIt() {
        double[] values = new double[400];
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        Arrays.setAll(
                values, i -> random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble());
        Interval interval = Interval.ofMean(values);
        double expected = 2 * 1.645 * Math.sqrt(4 / 12.0 / 400);
        assertThat(interval.high() - interval.low()).isCloseTo(expected, within(0.1 * expected));
    }

    /** Demšar 2006, table 6: C4.5 with and without m and cf on 14 tables; ranks 3.143, 2.000, 2.893, 1.964. */
    @Test
    void ranksAreThoseOfDemsar() {
        double[][] accuracies = {
            {0.763, 0.768, 0.771, 0.798}, {0.599, 0.591, 0.590, 0.569}, {0.954, 0.971, 0.968, 0.967},
            {0.628, 0.661, 0.654, 0.657}, {0.882, 0.888, 0.886, 0.898}, {0.936, 0.931, 0.916, 0.931},
            {0.661, 0.668, 0.609, 0.685}, {0.583, 0.583, 0.563, 0.625}, {0.775, 0.838, 0.866, 0.875},
            {1.000, 1.000, 1.000, 1.000}, {0.940, 0.962, 0.965, 0.962}, {0.619, 0.666, 0.614, 0.669},
            {0.972, 0.981, 0.9751, 0.975}, {0.957, 0.978, 0.946, 0.970}
        };
        List<double[]> losses = Arrays.stream(accuracies)
                .map(row -> Arrays.stream(row).map(accuracy -> 1 - accuracy).toArray())
                .toList();
        Ranks ranks = Ranks.of(List.of("C4.5", "C4.5+m", "C4.5+cf", "C4.5+m+cf"), losses);
        assertThat(ranks.means()[0]).isCloseTo(3.143, within(1e-3));
        assertThat(ranks.means()[1]).isCloseTo(2.000, within(1e-3));
        assertThat(ranks.means()[2]).isCloseTo(2.893, within(1e-3));
        assertThat(ranks.means()[3]).isCloseTo(1.964, within(1e-3));
        assertThat(ranks.friedman()).isCloseTo(9.28, within(0.02));
        // erfc(sqrt(x / 2)) + sqrt(2 x / pi) exp(-x / 2) at x = 9.28
        assertThat(ranks.friedmanProbability()).isCloseTo(0.0258, within(5e-4));
        assertThat(ranks.criticalDifference()).isCloseTo(1.25, within(0.01));
        assertThat(ranks.order()).containsExactly(3, 1, 2, 0);
    }

    @Test
    void winsTiesAndLossesAreCounted() {
        WinTieLoss counted = WinTieLoss.of(
                List.of(new double[] {1, 2}, new double[] {2, 1}, new double[] {1, 1.0005}, new double[] {0, 5}));
        assertThat(counted.wins()).isEqualTo(2);
        assertThat(counted.ties()).isEqualTo(1);
        assertThat(counted.losses()).isEqualTo(1);
        assertThat(counted.rate().mean()).isEqualTo(0.625);
    }
}
