package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DominanceTest {

    /** Front after front is taken away. */
    @Test
    void ranksAreThoseOfPeeling() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            points.add(List.of((double) random.nextInt(12), (double) random.nextInt(12), (double) random.nextInt(3)));
        }
        int[] ranks = Dominance.ranks(points);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            left.add(i);
        }
        for (int rank = 0; !left.isEmpty(); rank++) {
            List<Integer> front = left.stream()
                    .filter(i -> left.stream().noneMatch(j -> Dominance.dominates(points.get(j), points.get(i))))
                    .toList();
            for (int member : front) {
                assertThat(ranks[member]).isEqualTo(rank);
            }
            left.removeAll(front);
        }
    }
}
