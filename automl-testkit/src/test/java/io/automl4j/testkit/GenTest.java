package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GenTest {
    @Test
    void equalSeedsGiveEqualData() {
        assertThat(Gen.of(3).permutation(50)).isEqualTo(Gen.of(3).permutation(50));
        assertThat(Gen.of(3).word()).isEqualTo(Gen.of(3).word());
        assertThat(Gen.of(3).seed()).isNotEqualTo(Gen.of(4).seed());
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        assertThat(Gen.of(1).permutation(100))
                .containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
    }

    @Test
    void whatASplitDrawsShiftsNothing() {
        Gen quiet = Gen.of(5);
        Gen busy = Gen.of(5);
        quiet.split();
        Gen other = busy.split();
        for (int i = 0; i < 10; i++) {
            other.normal();
        }
        assertThat(busy.uniform(0, 1)).isEqualTo(quiet.uniform(0, 1));
    }

    @Test
    void drawsFromItsRange() {
        Gen gen = Gen.of(2);
        for (int i = 0; i < 200; i++) {
            assertThat(gen.uniform(2, 3)).isBetween(2.0, 3.0);
            assertThat(gen.whole(4)).isBetween(0, 3);
            assertThat(gen.pick(List.of("a", "b"))).isIn("a", "b");
        }
        assertThat(IntStream.range(0, 1000).filter(i -> gen.chance(0.25)).count())
                .isBetween(200L, 300L);
    }
}
