package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.testkit.Landscape;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AgingEvolutionTest {
    private static final SearchSpace SPACE = Landscape.bowl(2).space();

    private final AgingEvolution evolution = new AgingEvolution(SPACE, 3, 2);

    private void learn(long id, double loss) {
        evolution.learn(Trials.at(id, 0, new double[] {id / 10.0, 0}, loss));
    }

    private Set<Long> parents() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 300)
                .mapToObj(i -> evolution.propose(random).origin().parents())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    @Test
    void theOldestLeave() {
        for (long id = 1; id <= 5; id++) {
            learn(id, 1);
        }
        assertThat(parents()).containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    @Test
    void anotherLossMakesNobodyYounger() {
        for (long id = 1; id <= 5; id++) {
            learn(id, 1);
        }
        learn(1, 0);
        learn(3, 2);
        learn(6, 1);
        assertThat(parents()).as("1 and 3 have left").containsExactlyInAnyOrder(4L, 5L, 6L);
    }

    @Test
    void anotherLossCounts() {
        learn(1, 1);
        learn(2, 2);
        learn(2, 0);
        SplittableRandom random = new SplittableRandom(2);
        long better = IntStream.range(0, 300)
                .filter(i -> evolution.propose(random).origin().parents().equals(List.of(2L)))
                .count();
        assertThat(better).as("of 300, of which the best of two are parents").isGreaterThan(180);
    }
}
