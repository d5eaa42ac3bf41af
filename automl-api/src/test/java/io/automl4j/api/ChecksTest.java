package io.automl4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ChecksTest {
    @Test
    void valuesAreCountedAsFarAsAnArrayHolds() {
        assertThat(Checks.values(0, Long.MAX_VALUE)).isZero();
        assertThat(Checks.values(3, 7)).isEqualTo(21);
        assertThat(Checks.values(1, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Checks.values(46_340, 46_340)).isEqualTo(2_147_395_600);
        assertThatThrownBy(() -> Checks.values(46_341, 46_341))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("46,341 rows of 46,341 values")
                .hasMessageContaining("Maybe take them in parts");
    }
}
