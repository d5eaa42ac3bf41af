package io.automl4j.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationErrorTest {
    @Test
    void binsAreComparedWithHowOftenTheyAreRight() {
        CalibrationError error = new CalibrationError();
        // four of five rows of 0.8 are right, one of two of 0.62 where 0.62 was said
        for (int row = 0; row < 5; row++) {
            error.add(List.of(0.2, 0.8), row == 0 ? 0 : 1);
        }
        error.add(List.of(0.62, 0.38), 0);
        error.add(List.of(0.62, 0.38), 1);
        assertThat(error.value()).isCloseTo(2 * 0.12 / 7, within(1e-12));
    }

    @Test
    void aClassThatWasNeverSeenIsAlwaysAMiss() {
        CalibrationError error = new CalibrationError();
        error.add(List.of(1.0, 0.0), -1);
        assertThat(error.value()).isEqualTo(1);
    }
}
