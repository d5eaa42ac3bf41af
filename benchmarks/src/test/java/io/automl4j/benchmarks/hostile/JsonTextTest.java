package io.automl4j.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
    private static final String TEXT = Nodes.toJson(new Node()
            .put("a", 17)
            .put("b", List.of("x", "y\"]", "z"))
            .put("c", List.of(new Node().put("d", 0.5).put("e", true), new Node())));

    @Test
    void oneThingIsChangedAndTheSeedSaysWhich() {
        Set<String> changed = new HashSet<>();
        for (int seed = 0; seed < 1_000; seed++) {
            String text = JsonText.of(TEXT).changed(new SplittableRandom(seed));
            assertThat(JsonText.of(TEXT).changed(new SplittableRandom(seed))).isEqualTo(text);
            changed.add(text);
        }
        assertThat(changed)
                .hasSizeGreaterThan(150)
                .contains(TEXT.replace("\"x\",", ""))
                .contains(TEXT.replace(",\"z\"", ""))
                .contains(TEXT.replace("17", "16"))
                .contains(TEXT.replace("\"a\"", "\"xa\""));
    }
}
