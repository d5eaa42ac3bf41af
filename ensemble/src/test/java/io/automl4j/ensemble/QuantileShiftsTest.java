package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.PostProcessing;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuantileShiftsTest {
    private static final List<Double> QUANTILES = List.of(0.1, 0.5, 0.9);

    /** Predictions that are too sure: all three quantiles are the centre. */
    private static Predictions sure(int rows) {
        return Predictions.of(new float[rows * 3], 3);
    }

    private static Labels normal(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        return Labels.of(random.doubles(rows).map(u -> 10 * u).toArray());
    }

    @Test
    void asManyTargetsLieBelowAsShould() {
        Labels truth = normal(1_000);
        List<Double> shifts = QuantileShifts.of(QUANTILES, sure(1_000), truth);
        for (int i = 0; i < 3; i++) {
            double shift = shifts.get(i);
            long below = java.util.stream.IntStream.range(0, 1_000)
                    .filter(row -> truth.target(row) <= shift)
                    .count();
            assertThat(below).isEqualTo(Math.round(1_000 * QUANTILES.get(i)));
        }
        Metric metric = Metrics.meanPinball(QUANTILES);
        assertThat(metric.loss(truth, PostProcessing.shifting(shifts).ordered(sure(1_000))))
                .isLessThan(0.7 * metric.loss(truth, sure(1_000)));
    }

    @Test
    void weightsCount() {
        Labels truth = Labels.weighted(new double[] {1, 2, 3, 4}, new double[] {0, 1, 1, 8});
        assertThat(QuantileShifts.of(QUANTILES, sure(4), truth)).containsExactly(2.0, 4.0, 4.0);
        assertThat(QuantileShifts.of(QUANTILES, sure(1), Labels.weighted(new double[] {1}, new double[] {0})))
                .as("nothing is known")
                .isEmpty();
    }
}
