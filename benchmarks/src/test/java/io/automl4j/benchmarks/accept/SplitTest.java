package io.automl4j.benchmarks.accept;

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
        Split split = Split.of(classes, 1);
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
        assertThat(Split.of(classes(), 1).test())
                .isEqualTo(Split.of(classes(), 1).test());
        assertThat(Split.of(classes(), 1).test())
                .isNotEqualTo(Split.of(classes(), 2).test());
    }
}
