package io.automl4j.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PredictionsTest {
    private final Predictions predictions = Predictions.of(new float[] {0.2f, 0.8f, 0.5f, 0.5f, 0.9f, 0.1f}, 2);

    @Test
    void rowsAreConsecutive() {
        assertThat(predictions.rows()).isEqualTo(3);
        assertThat(predictions.outputs()).isEqualTo(2);
        assertThat(predictions.get(2, 0)).isEqualTo(0.9f);
    }

    @Test
    void firstOfEqualClassesWins() {
        assertThat(predictions.argMax(0)).isEqualTo(1);
        assertThat(predictions.argMax(1)).isZero();
        assertThat(predictions.argMax(2)).isZero();
    }

    @Test
    void selectionRepeatsRows() {
        assertThat(predictions.select(new int[] {2, 2, 0}).toArray())
                .containsExactly(0.9f, 0.1f, 0.9f, 0.1f, 0.2f, 0.8f);
    }

    @Test
    void bytesComeBackUnchanged() {
        Predictions back = Predictions.of(predictions.toBlock(), 2);

        assertThat(predictions.toBlock().size()).isEqualTo(24);
        assertThat(back.toArray()).containsExactly(predictions.toArray());
    }

    @Test
    void lengthMustBeWholeRows() {
        assertThatThrownBy(() -> Predictions.of(new float[5], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values are no rows of 2.");
    }

    @Test
    void arrayIsACopy() {
        predictions.toArray()[0] = 7;

        assertThat(predictions.get(0, 0)).isEqualTo(0.2f);
    }
}
