package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WaveTest {
    @Test
    void isNearCosineAndSine() {
        for (float turns = -3; turns <= 3; turns += 0.001f) {
            double angle = 2 * Math.PI * turns;
            assertThat((double) Wave.cosine(turns)).as("turns %s", turns).isCloseTo(Math.cos(angle), within(1e-6));
            assertThat((double) Wave.sine(turns)).as("turns %s", turns).isCloseTo(Math.sin(angle), within(1e-6));
        }
    }

    @Test
    void manyTurnsAreAsExactAsTheirNumber() {
        for (float turns = 90; turns <= 100; turns += 0.01f) {
            double angle = 2 * Math.PI * turns;
            assertThat((double) Wave.cosine(turns)).as("turns %s", turns).isCloseTo(Math.cos(angle), within(1e-6));
        }
    }

    @Test
    void extremeAnglesGiveNumbersInRange() {
        for (float turns : new float[] {5e6f, -5e6f, 1e9f, -1e20f, Float.MAX_VALUE}) {
            assertThat(Wave.cosine(turns)).as("turns %s", turns).isBetween(-1.000001f, 1.000001f);
            assertThat(Wave.sine(turns)).as("turns %s", turns).isBetween(-1.000001f, 1.000001f);
        }
    }
}
