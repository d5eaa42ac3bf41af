package io.automl4j.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private final SearchSpace space = SearchSpace.builder()
            .choice("booster", "tree", "linear")
            .when("booster", "tree")
            .logInteger("leaves", 4, 256, 31)
            .always()
            .logReal("rate", 0.001, 1, 0.1)
            .real("share", 0, 1, 0.5)
            .integer("depth", -2, 2, 0)
            .build();

    @Test
    void inactiveParametersAreAbsent() {
        Configuration linear = space.decode(new double[] {0.9, 0.5, 0.5, 0.5, 0.5});

        assertThat(linear.find("leaves")).isEmpty();
        assertThat(linear.choice("booster")).isEqualTo("linear");
        assertThat(space.encode(linear)[1]).as("an inactive coordinate").isEqualTo(0.5);
    }

    @Test
    void configurationsSurviveTheCube() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            Configuration configuration = space.decode(space.sample(random));
            Configuration back = space.decode(space.encode(configuration));

            assertThat(back.values().keySet()).isEqualTo(configuration.values().keySet());
            assertThat(back.find("leaves")).isEqualTo(configuration.find("leaves"));
            assertThat(back.integer("depth")).isEqualTo(configuration.integer("depth"));
            assertThat(back.real("rate")).isEqualTo(configuration.real("rate"), within(1e-12));
        }
    }

    @Test
    void cornersAreTheBounds() {
        Configuration low = space.decode(new double[5]);
        Configuration high = space.decode(new double[] {0.4, 1, 1, 1, 1});

        assertThat(low.integer("leaves")).isEqualTo(4);
        assertThat(low.real("rate")).isEqualTo(0.001, within(1e-15));
        assertThat(high.integer("leaves")).isEqualTo(256);
        assertThat(high.integer("depth")).isEqualTo(2);
        assertThat(high.real("rate")).isEqualTo(1, within(1e-12));
    }

    @Test
    void logScaleHalvesTheExponent() {
        assertThat(space.decode(new double[] {0, 0.5, 0.5, 0.5, 0.5}).real("rate"))
                .isEqualTo(Math.sqrt(0.001), within(1e-12));
    }

    @Test
    void integersHaveEqualShares() {
        int[] counts = new int[5];
        for (int i = 0; i < 1000; i++) {
            double u = (i + 0.5) / 1000;
            counts[space.decode(new double[] {0, 0, 0, 0, u}).integer("depth") + 2]++;
        }

        assertThat(counts).containsExactly(200, 200, 200, 200, 200);
    }

    @Test
    void repairClipsDropsAndFills() {
        Configuration repaired = space.repair(
                Configuration.of("rate", 7.0, "leaves", 1, "unknown", "x", "depth", "text", "share", Double.NaN));

        assertThat(repaired)
                .isEqualTo(Configuration.of("booster", "tree", "leaves", 4, "rate", 1.0, "share", 0.5, "depth", 0));
        assertThat(space.repair(Configuration.of("booster", "forest")).choice("booster"))
                .isEqualTo("tree");
    }

    @Test
    void pointsMustLieInTheCube() {
        assertThatThrownBy(() -> space.decode(new double[4])).hasMessage("4 coordinates for 5 parameters.");
        assertThatThrownBy(() -> space.decode(new double[] {0, 0, 1.1, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate is 1.1");
    }

    @Test
    void badParametersAreRefused() {
        SearchSpace.Builder builder = SearchSpace.builder();

        assertThatThrownBy(() -> builder.real("a", 1, 1, 1)).hasMessageContaining("empty interval");
        assertThatThrownBy(() -> builder.logReal("a", 0, 1, 1)).hasMessageContaining("log scale");
        assertThatThrownBy(() -> builder.logInteger("a", 0, 4, 1)).hasMessageContaining("log scale");
        assertThatThrownBy(() -> builder.integer("a", 5, 4, 5)).hasMessageContaining("empty interval");
        assertThatThrownBy(() -> builder.integer("a", 0, 4, 5)).hasMessageContaining("a is 5.0");
        assertThatThrownBy(() -> builder.choice("a", "one")).hasMessageContaining("fewer than two");
    }

    @Test
    void namesAndConditionsAreChecked() {
        SearchSpace.Builder twice = SearchSpace.builder().real("a", 0, 1, 0).real("a", 0, 1, 0);
        SearchSpace.Builder dangling = SearchSpace.builder().when("b", "x").real("a", 0, 1, 0);

        assertThatThrownBy(twice::build).hasMessage("Parameter 'a' appears twice.");
        assertThatThrownBy(dangling::build).hasMessage("Parameter 'a' depends on 'b', which is not before it.");
    }
}
