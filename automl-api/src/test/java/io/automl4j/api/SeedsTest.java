package io.automl4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SeedsTest {
    @Test
    void theHashOfANumberIsWhatTheGeneratorGivesForIt() {
        assertThat(Seeds.hash(0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(Seeds.hash(-42)).isEqualTo(new SplittableRandom(-42).nextLong());
    }

    @Test
    void neighboursGiveSeedsOfTheirOwn() {
        assertThat(Seeds.mix(1, 2)).isNotIn(Seeds.mix(2, 1), Seeds.mix(1, 3), Seeds.mix(2, 2));
        assertThat(Seeds.mix(1, 2)).isEqualTo(Seeds.mix(1, 2));
    }
}
