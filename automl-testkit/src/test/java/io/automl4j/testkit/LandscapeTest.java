package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.space.Configuration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LandscapeTest {
    @Test
    void nothingIsLowerThanTheLowest() {
        SplittableRandom random = new SplittableRandom(1);
        for (Landscape landscape : Landscape.all()) {
            for (int i = 0; i < 500; i++) {
                Configuration at = landscape.space().decode(landscape.space().sample(random));
                assertThat(landscape.loss(at)).as(landscape.name()).isGreaterThanOrEqualTo(landscape.lowest());
            }
        }
    }

    @Test
    void theLowestIsThere() {
        assertThat(Landscape.bowl(2).loss(Configuration.of("x0", 0.3, "x1", 0.3)))
                .isZero();
        Landscape branin = Landscape.branin();
        assertThat(branin.loss(Configuration.of("x", Math.PI, "y", 2.275))).isCloseTo(branin.lowest(), within(1e-9));
        Configuration best = Configuration.of("rate", 0.05, "depth", 6, "penalty", 0.01, "kind", "dart", "drop", 0.2);
        assertThat(Landscape.booster().loss(best)).isCloseTo(0, within(1e-9));
    }
}
