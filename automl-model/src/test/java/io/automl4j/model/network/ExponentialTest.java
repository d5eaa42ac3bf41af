package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ExponentialTest {
    @Test
    void isNearTheExponential() {
        for (float x = -10; x <= 10; x += 0.01f) {
            double exact = Math.expm1(x);
            double size = Math.max(Math.abs(exact), Math.exp(x));
            assertThat((double) Exponential.minusOne(x)).as("x %s", x).isCloseTo(exact, within(4e-6 * size));
            assertThat((double) Exponential.of(x)).as("x %s", x).isCloseTo(exact + 1, within(4e-6 * size));
        }
    }

    @Test
    void nearZeroNothingIsLost() {
        assertThat((double) Exponential.minusOne(1e-6f)).isCloseTo(Math.expm1(1e-6f), within(1e-12));
        assertThat((double) Exponential.minusOne(-1e-6f)).isCloseTo(Math.expm1(-1e-6f), within(1e-12));
    }

    @Test
    void isCutWhereActivationsHaveMetTheirLimits() {
        assertThat(Exponential.of(-1000))
                .isEqualTo(Exponential.of(-Exponential.LIMIT))
                .isBetween(0f, 1e-6f);
        assertThat(Exponential.of(1000))
                .isEqualTo(Exponential.of(Exponential.LIMIT))
                .isFinite();
        assertThat(ActivationFunction.tanh(100)).isEqualTo(1);
        assertThat(ActivationFunction.tanh(-100)).isCloseTo(-1, within(1e-6f));
        assertThat(ActivationFunction.sigmoid(-100)).isCloseTo(0, within(1e-8f));
    }
}
