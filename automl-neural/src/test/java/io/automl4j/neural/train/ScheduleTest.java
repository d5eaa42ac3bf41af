package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0.7, 1",
        "COSINE, 0, 1",
        "COSINE, 0.5, 0.5",
        "COSINE, 1, 0",
        "COSINE_RESTARTS, 0.142857142857143, 1",
        "COSINE_RESTARTS, 0.2857142857142857, 0.5",
        "ONE_CYCLE, 0, 0.04",
        "ONE_CYCLE, 0.3, 1",
        "ONE_CYCLE, 1, 0",
        "FLAT_COS, 0.5, 1",
        "FLAT_COS, 0.75, 0.5",
        "FLAT_COS, 1, 0"
    })
    void factorsAreKnown(Schedule schedule, double progress, double expected) {
        assertThat(schedule.factor(progress)).isCloseTo(expected, within(1e-9));
    }

    /** Cycles end where 1 + 15 t is a power of two. */
    @Test
    void coslog4HasFourValleys() {
        for (double valley : new double[] {0, 1 / 15.0, 3 / 15.0, 7 / 15.0, 1}) {
            assertThat(Schedule.COSLOG4.factor(valley)).isCloseTo(0, within(1e-9));
        }
        assertThat(Schedule.COSLOG4.factor((Math.sqrt(2) - 1) / 15)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void factorsAreShares(Schedule schedule) {
        for (int i = 0; i <= 1000; i++) {
            assertThat(schedule.factor(i / 1000.0)).isBetween(-1e-12, 1 + 1e-12);
        }
    }
}
