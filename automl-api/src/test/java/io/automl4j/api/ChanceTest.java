package io.automl4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChanceTest {

    /** A generator steps by adding a constant: seeds that differ by it give one stream, shifted. */
    @Test
    void neighbouringSeedsGiveUnrelatedStreams() {
        Set<Long> drawn = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (long part = 0; part < 20; part++) {
                SplittableRandom random = new SplittableRandom(Seeds.mix(seed, part));
                IntStream.range(0, 50).forEach(i -> drawn.add(random.nextLong()));
            }
        }
        assertThat(drawn).hasSize(20 * 20 * 50);
        assertThat(Seeds.mix(3, 4)).isEqualTo(Seeds.mix(3, 4));
    }

    @Test
    void anOrderHoldsEachNumberOnce() {
        int[] order = Shuffles.order(100, new SplittableRandom(1));
        assertThat(order)
                .doesNotHaveDuplicates()
                .hasSize(100)
                .isNotEqualTo(Shuffles.order(100, new SplittableRandom(2)));
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
        assertThat(Shuffles.order(0, new SplittableRandom(1))).isEmpty();
    }
}
