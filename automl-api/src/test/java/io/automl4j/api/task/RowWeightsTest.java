package io.automl4j.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import org.junit.jupiter.api.Test;

final class RowWeightsTest {
    private final RowWeights weights = new RowWeights(3);

    @Test
    void columnsMultiply() {
        double[] some = {2, Double.NaN, 0};
        double[] others = {0.5, 3, 7};
        weights.multiplyBy("some", row -> some[row]);
        weights.multiplyBy("others", row -> others[row]);

        assertThat(weights.values()).containsExactly(1, 3, 0);
    }

    @Test
    void aNegativeWeightIsRefusedByRowAndColumn() {
        assertThatThrownBy(() -> weights.multiplyBy("w", row -> 1 - row))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Row 3 has the weight -1.0 in column 'w'")
                .hasMessageContaining("Maybe");
    }
}
