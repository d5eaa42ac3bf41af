package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.Labels;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedRowsTest {

    @Test
    void eachClassKeepsItsShare() {
        double[] targets = new double[1000];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = row % 10 == 0 ? 1 : 0;
        }

        int[] rows = new StratifiedRows(Labels.of(targets)).draw(100);

        assertThat(rows).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(rows).filter(row -> targets[row] == 1)).hasSize(10);
    }

    @Test
    void fewRowsAreAllTaken() {
        assertThat(new StratifiedRows(Labels.of(-1, 5, -3)).draw(10)).containsExactly(0, 1, 2);
    }

    @Test
    void negativeTargetsAreInOrder() {
        assertThat(new StratifiedRows(Labels.of(-3, 4, -2, 1)).draw(2)).containsExactly(1, 2);
    }

    @Test
    void aRandomPartHasEveryClassAndIsAtMostHalf() {
        double[] targets = new double[1000];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = row % 10 == 0 ? 1 : 0;
        }
        Labels labels = Labels.of(targets);

        int[] half = new StratifiedRows(labels).random(10_000, new SplittableRandom(1));
        int[] few = new StratifiedRows(labels).random(100, new SplittableRandom(1));

        assertThat(half).hasSize(500).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(half).filter(row -> targets[row] == 1)).hasSize(50);
        assertThat(few).hasSize(100);
        assertThat(Arrays.stream(few).filter(row -> targets[row] == 1)).hasSize(10);
    }

    @Test
    void randomPartsDifferAndCoverAllRows() {
        Labels labels = Labels.of(new double[60]);
        SplittableRandom random = new SplittableRandom(2);

        long covered = IntStream.range(0, 20)
                .flatMap(bag -> Arrays.stream(new StratifiedRows(labels).random(1_000, random)))
                .distinct()
                .count();

        assertThat(covered).isEqualTo(60);
    }
}
