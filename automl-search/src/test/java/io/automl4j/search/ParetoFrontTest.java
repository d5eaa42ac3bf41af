package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParetoFrontTest {
    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

    private static List<List<Double>> drawn(int count, int dimensions) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(dimensions).boxed().toList())
                .toList();
    }

    @Test
    void holdsWhatNothingDominates() {
        List<List<Double>> points = drawn(200, 2);
        ParetoFront<List<Double>> front = ParetoFront.of(points, Function.identity());
        for (List<Double> point : points) {
            boolean dominated = points.stream().anyMatch(other -> Dominance.dominates(other, point));
            assertThat(front.members().contains(point)).isEqualTo(!dominated);
        }
        assertThat(front.members()).isSortedAccordingTo((a, b) -> Double.compare(a.get(0), b.get(0)));
    }

    @Test
    void ofEqualsTheFirstCounts() {
        ParetoFront<String> front = ParetoFront.of(List.of("a", "b"), name -> List.of(1.0, 2.0));
        assertThat(front.members()).containsExactly("a");
    }

    @Test
    void volumesOfBoxesAreTheirProducts() {
        ParetoFront<String> one = ParetoFront.of(List.of("a"), name -> List.of(0.5, 0.25, 0.2));
        assertThat(one.hypervolume(ONES)).isCloseTo(0.5 * 0.75 * 0.8, within(1e-12));
        ParetoFront<List<Double>> two =
                ParetoFront.of(List.of(List.of(0.0, 0.5), List.of(0.5, 0.0)), Function.identity());
        assertThat(two.hypervolume(List.of(1.0, 1.0))).isCloseTo(0.75, within(1e-12));
        assertThat(two.hypervolume(List.of(0.4, 0.4))).isZero();
    }

    @Test
    void volumesAreThoseOfDarts() {
        ParetoFront<List<Double>> front = ParetoFront.of(drawn(30, 3), Function.identity());
        long hits = drawn(200_000, 3).stream()
                .filter(dart -> front.values().stream()
                        .anyMatch(point -> point.equals(dart) || Dominance.dominates(point, dart)))
                .count();
        assertThat(front.hypervolume(ONES)).isCloseTo(hits / 200_000.0, within(0.005));
    }

    @Test
    void listsOfDifferentLengthsAreNoFront() {
        assertThatThrownBy(() -> new ParetoFront<>(List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
