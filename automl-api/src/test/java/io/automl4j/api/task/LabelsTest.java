package io.automl4j.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void withoutWeightsEachRowCountsOnce() {
        Labels labels = Labels.of(0, 2, 1);

        assertThat(labels.rows()).isEqualTo(3);
        assertThat(labels.label(1)).isEqualTo(2);
        assertThat(labels.target(2)).isEqualTo(1);
        assertThat(labels.totalWeight()).isEqualTo(3);
        assertThat(labels.isWeighted()).isFalse();
        assertThat(labels.toFloats()).containsExactly(0, 2, 1);
    }

    @Test
    void weightsFollowTheirRows() {
        Labels labels = Labels.weighted(new double[] {1.5, 2.5}, new double[] {0.5, 3});

        Labels selected = labels.select(new int[] {1, 1, 0});

        assertThat(selected.weightsAsFloats()).containsExactly(3, 3, 0.5f);
        assertThat(selected.target(2)).isEqualTo(1.5);
        assertThat(selected.weight(0)).isEqualTo(3);
        assertThat(selected.isWeighted()).isTrue();
    }

    @Test
    void arraysAreCopied() {
        double[] targets = {1, 2};
        Labels labels = Labels.weighted(targets, new double[] {1, 1});

        targets[0] = 9;

        assertThat(labels.target(0)).isEqualTo(1);
        assertThat(labels.isWeighted()).isFalse();
    }

    @Test
    void badWeightIsNamed() {
        assertThatThrownBy(() -> Labels.weighted(new double[2], new double[] {1, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 has weight -1.0; weights must be finite and not negative.");
        assertThatThrownBy(() -> Labels.weighted(new double[1], new double[] {Double.NaN}))
                .hasMessageContaining("Row 0");
        assertThatThrownBy(() -> Labels.weighted(new double[1], new double[2])).hasMessage("1 targets, but 2 weights.");
    }
}
