package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitTest {
    private static List<String> classes() {
        List<String> classes = new ArrayList<>();
        IntStream.range(0, 100).forEach(row -> classes.add(row % 10 == 0 ? "rare" : "usual"));
        return classes;
    }

    @Test
    void aQuarterOfEveryClassIsKeptApart() {
        List<String> classes = classes();
        Split split = Split.of(classes, new Split.Part(0, 1), 1);
        assertThat(split.test()).isSorted().hasSize(26);
        assertThat(Arrays.stream(split.test())
                        .filter(row -> classes.get(row).equals("rare"))
                        .count())
                .isEqualTo(3);
        assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void theSeedDecides() {
        assertThat(Split.of(classes(), new Split.Part(0, 1), 1).test())
                .isEqualTo(Split.of(classes(), new Split.Part(0, 1), 1).test());
        assertThat(Split.of(classes(), new Split.Part(0, 1), 1).test())
                .isNotEqualTo(Split.of(classes(), new Split.Part(0, 1), 2).test());
    }

    @Test
    void theFoldsOfASeedTestEveryRowOnce() {
        List<String> classes = classes();
        for (int folds : new int[] {4, 5}) {
            int all = folds;
            assertThat(IntStream.range(0, folds)
                            .flatMap(fold -> Arrays.stream(Split.of(classes, new Split.Part(fold, all), 1)
                                    .test()))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
    }
}
