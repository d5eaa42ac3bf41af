package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Predictions;

/** What every prediction is, whatever was learned: finite, and for classes shares that sum to one. */
final class Soundness {
    private Soundness() {}

    static void check(Sample sample, Predictions predictions) {
        assertThat(predictions.rows()).isEqualTo(sample.table().rows());
        assertThat(predictions.outputs()).isEqualTo(sample.task().outputs());
        for (int row = 0; row < predictions.rows(); row++) {
            float sum = 0;
            for (int output = 0; output < predictions.outputs(); output++) {
                float value = predictions.get(row, output);
                assertThat(value).isFinite();
                sum += value;
                assertThat(sample.task().type().isClassification() ? value : 0f).isBetween(0f, 1.0001f);
            }
            assertThat(sample.task().type().isClassification() ? sum : 1f).isCloseTo(1f, within(1e-4f));
        }
    }
}
