package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SobolTest {
    @Test
    void theFirstPointsAreTheKnownOnes() {
        Sobol sobol = new Sobol(3);

        assertThat(sobol.next()).containsExactly(0.5, 0.5, 0.5);
        assertThat(sobol.next()).containsExactly(0.75, 0.25, 0.25);
        assertThat(sobol.next()).containsExactly(0.25, 0.75, 0.75);
        assertThat(sobol.next()).containsExactly(0.375, 0.375, 0.625);
    }

    @Test
    void everyDimensionIsFilledEvenly() {
        Sobol sobol = new Sobol(32);
        boolean[][] met = new boolean[32][64];
        for (boolean[] dimension : met) {
            dimension[0] = true; // the corner that is left out
        }
        for (int i = 1; i < 64; i++) {
            double[] point = sobol.next();
            for (int dimension = 0; dimension < 32; dimension++) {
                met[dimension][(int) (64 * point[dimension])] = true;
            }
        }
        for (boolean[] dimension : met) {
            for (boolean part : dimension) {
                assertThat(part).isTrue();
            }
        }
        assertThat(Arrays.stream(sobol.next()).allMatch(x -> x > 0 && x < 1)).isTrue();
    }

    @Test
    void moreDimensionsThanThereAreNumbersForAreRefused() {
        assertThatThrownBy(() -> new Sobol(33))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 32 dimensions, not 33");
    }
}
