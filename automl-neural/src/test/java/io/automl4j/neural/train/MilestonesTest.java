package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MilestonesTest {
    private static int[] epochs(int all) {
        return IntStream.rangeClosed(0, Milestones.COUNT)
                .map(iteration -> Milestones.epochs(iteration, all))
                .toArray();
    }

    @Test
    void cyclesEndWhereTheirScheduleDoes() {
        assertThat(epochs(150)).containsExactly(0, 10, 30, 50, 70, 110, 130, 140, 150);
        assertThat(Schedule.COSLOG4.factor(Milestones.epochs(2, 150) / 150.0)).isLessThan(1e-9);
        assertThat(Milestones.cyclesBefore(8)).containsExactly(4, 2, 1);
        assertThat(Milestones.cyclesBefore(2)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 16, 40, 256})
    void noIterationIsEmpty(int all) {
        int[] epochs = epochs(all);
        assertThat(epochs[Milestones.COUNT]).isEqualTo(all);
        for (int iteration = 1; iteration <= Milestones.COUNT; iteration++) {
            assertThat(epochs[iteration]).isGreaterThan(epochs[iteration - 1]);
        }
    }
}
