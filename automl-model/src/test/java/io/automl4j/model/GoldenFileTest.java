package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.model.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of each format version is kept and must be readable for ever, with the predictions that it once gave. If the
 * form of files changes, raise the version and add a file; never replace one that was released.
 */
class GoldenFileTest {
    private static final String VERSION_1 = "model-v1.automl";

    @TempDir
    private Path folder;

    @Test
    void version1IsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden());

        assertThat(model.members().stream().map(Member::learner))
                .containsExactly("trees", "linear", "neighbours", "prior");
        assertThat(model.report()).isEqualTo(SampleModels.report());
        assertThat(model.task().classes()).containsExactly("no", "perhaps", "yes");
        assertPredicts(model, row("red", "city 3", "2021-05-06"), 0.5610496, 0.2026406, 0.2363098);
        assertPredicts(model, row("ultraviolet", "a village", "never"), 0.3515234, 0.3384984, 0.3099782);
    }

    private static Map<String, Object> row(String colour, String city, String since) {
        Map<String, Object> row = new HashMap<>();
        row.put("amount", 12.5);
        row.put("colour", colour);
        row.put("city", city);
        row.put("since", since);
        row.put("remark", "remark about 17 things");
        return row;
    }

    private static void assertPredicts(AutoModel model, Map<String, Object> row, double... expected) {
        double[] predicted = model.predict(row).probabilities().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThat(predicted).containsExactly(expected, within(1e-6));
    }

    private Path golden() throws IOException {
        Path file = folder.resolve(VERSION_1);
        try (InputStream in = Objects.requireNonNull(GoldenFileTest.class.getResourceAsStream(VERSION_1))) {
            Files.copy(in, file);
        }
        return file;
    }

    /** Writes a new file where a property says so, before a version is released. */
    @Test
    @EnabledIfSystemProperty(named = "golden", matches = ".+")
    void writesAFile() throws IOException {
        Path file = Path.of(System.getProperty("golden"));
        SampleModels.everyKind().save(file);
        assertThat(new Sha256().add(Files.readAllBytes(file)).hex()).hasSize(64);
    }
}
