package io.automl4j.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedQuantilesTest {
    private static final List<Double> SHARES = List.of(0.1, 0.5, 0.9);

    @Test
    void theLeastThatEnoughWeightDoesNotExceed() {
        double[] values = {5, 1, 4, 2, 3};
        assertThat(WeightedQuantiles.of(SHARES, values, Labels.of(0, 0, 0, 0, 0)))
                .containsExactly(1.0, 3.0, 5.0);
        Labels heavy = Labels.weighted(new double[5], new double[] {1, 0, 6, 1, 0});
        assertThat(WeightedQuantiles.of(SHARES, values, heavy)).containsExactly(2.0, 4.0, 5.0);
    }

    @Test
    void withoutWeightThereIsNone() {
        assertThat(WeightedQuantiles.of(SHARES, new double[1], Labels.weighted(new double[1], new double[1])))
                .isEmpty();
    }
}
