package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of each format version is kept and must be readable for ever, with the predictions that it once gave. If the
 * form of files changes, raise the version and add a file; never replace one that was released.
 */
class GoldenFileTest {
    private static final String VERSION_1 = "model-v1.automl";
    /** Since then with temperatures. */
    private static final String VERSION_2 = "model-v2.automl";
    /** Since then with parity rows, and the digest of the model. */
    private static final String VERSION_3 = "model-v3.automl";
    /** Since then with all that can be made of a mean. */
    private static final String VERSION_4 = "model-v4.automl";

    /** Since then with stacks. */
    private static final String VERSION_5 = "model-v5.automl";

    private static final String STACKED_5 = "stacked-v5.automl";
    private static final String NUMBERS_4 = "numbers-v4.automl";
    private static final String QUANTILES_4 = "quantiles-v4.automl";

    private static final OperatingPoint BOTH =
            new OperatingPoint(0.9, Duration.ofNanos(5_000), 900, Map.of(11L, 0.5, 12L, 0.5), SampleModels.at(2));
    private static final OperatingPoint FAST =
            new OperatingPoint(0.7, Duration.ofNanos(100), 500, Map.of(14L, 1.0), SampleModels.at(0.5));
    private static final OperatingPoint MIXED =
            new OperatingPoint(0.8, Duration.ofNanos(3_000), 700, Map.of(16L, 0.75, 13L, 0.25), SampleModels.at(1.5));

    private static final PostProcessing PROCESSING = new PostProcessing(
            new Calibration(List.of(0.8, 0.8, 0.8), List.of(1.0, 1.5, 0.75)),
            Decision.leastCost(new double[][] {{0, 1, 1}, {2, 0, 1}, {5, 1, 0}}),
            Map.of("f1_macro", new Decision.Weighted(List.of(1.0, 2.0, 0.5)), "mcc", Decision.MOST_PROBABLE),
            new Conformal(List.of(), List.of(Conformal.Scores.of(0.1, 0.5, 0.25, 0.75))));
    private static final OperatingPoint PROCESSED = BOTH.with(PROCESSING);

    private static final PostProcessing ERRORS = PostProcessing.NONE.with(
            new Conformal(List.of(10.0), List.of(Conformal.Scores.of(-2, -1, 0, 3), Conformal.Scores.of(-9, 0, 1, 8))));
    private static final PostProcessing SHIFTS = PostProcessing.shifting(List.of(-1.5, 0.25, 2.0));

    @TempDir
    private Path folder;

    @Test
    void version1IsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(VERSION_1));

        assertThat(model.members().stream().map(Member::learner))
                .containsExactly("trees", "linear", "neighbours", "prior");
        assertThat(model.report()).isEqualTo(SampleModels.report());
        assertThat(model.task().classes()).containsExactly("no", "perhaps", "yes");
        assertPredicts(model, row("red", "city 3", "2021-05-06"), 0.5610496, 0.2026406, 0.2363098);
        assertPredicts(model, row("ultraviolet", "a village", "never"), 0.3515234, 0.3384984, 0.3099782);
    }

    @Test
    void version2IsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(VERSION_2));

        assertThat(model.front()).isEqualTo(new Front(List.of(BOTH, FAST)));
        assertThat(model.members().stream().map(Member::learner)).containsExactly("trees", "linear");
        assertPredicts(model, row("red", "city 3", "2021-05-06"), 0.5125774, 0.2332946, 0.2541280);
        assertPredicts(model.at(FAST), row("red", "city 3", "2021-05-06"), 0.2955119, 0.4664854, 0.2380027);
    }

    @Test
    void version3IsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(VERSION_3));

        assertThat(model.front()).isEqualTo(new Front(List.of(BOTH, MIXED, FAST)));
        assertThat(model.members().stream().map(Member::learner)).containsExactly("trees", "linear");
        assertPredicts(model, row("red", "city 3", "2021-05-06"), 0.5125774, 0.2332946, 0.2541280);
        assertPredicts(model.at(MIXED), row("red", "city 3", "2021-05-06"), 0.3501125, 0.3481030, 0.3017845);
        assertPredicts(model.at(FAST), row("red", "city 3", "2021-05-06"), 0.2955119, 0.4664854, 0.2380027);
    }

    @ParameterizedTest
    @ValueSource(strings = {VERSION_4, VERSION_5})
    void versions4And5AreStillReadAndPredictTheSame(String name) throws IOException {
        AutoModel model = AutoModel.load(golden(name));

        assertThat(model.front()).isEqualTo(new Front(List.of(PROCESSED, MIXED, FAST)));
        assertThat(model.parts().processing()).isEqualTo(PROCESSING);
        assertPredicts(model, row("red", "city 3", "2021-05-06"), 0.5988746, 0.2549527, 0.1461726);
        assertThat(model.predict(row("red", "city 3", "2021-05-06")).label()).isEqualTo("perhaps");
        assertPredicts(model.at(FAST), row("red", "city 3", "2021-05-06"), 0.2955119, 0.4664854, 0.2380027);
    }

    @Test
    void version4OfNumbersIsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(NUMBERS_4));

        assertThat(model.parts().processing()).isEqualTo(ERRORS);
        assertThat(model.predict(row("red", "city 3", "2021-05-06")).value()).isCloseTo(9.874491, within(1e-5));
    }

    @Test
    void version4OfQuantilesIsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(QUANTILES_4));

        assertThat(model.task().quantiles()).containsExactly(0.1, 0.5, 0.9);
        assertThat(model.parts().processing()).isEqualTo(SHIFTS);
        double[] quantiles = model.predict(row("red", "city 3", "2021-05-06")).quantiles().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThat(quantiles).containsExactly(new double[] {6.461842, 10.053143, 12.143305}, within(1e-5));
    }

    @Test
    void version5WithAStackIsStillReadAndPredictsTheSame() throws IOException {
        AutoModel model = AutoModel.load(golden(STACKED_5));

        assertThat(model.parts().processing().stack().orElseThrow().members()).containsExactly(16L, 11L);
        assertThat(model.parts().processing().conformal()).isEqualTo(ERRORS.conformal());
        assertThat(model.predict(row("red", "city 3", "2021-05-06")).value()).isCloseTo(-15.779306, within(1e-5));
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

    private Path golden(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(GoldenFileTest.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }

    /** Writes new files into a folder that a property names, before a version is released. */
    @Test
    @EnabledIfSystemProperty(named = "golden", matches = ".+")
    void writesFiles() throws IOException {
        Path out = Files.createDirectories(Path.of(System.getProperty("golden")));
        Task number = new Task(TaskType.REGRESSION, "class", List.of());
        SampleModels.withNetwork(new Front(List.of(PROCESSED, MIXED, FAST))).save(out.resolve("model.automl"));
        SampleModels.ofNumbers(number, ERRORS).save(out.resolve("numbers.automl"));
        SampleModels.ofNumbers(
                        number, PostProcessing.correcting(StackTest.STACK).with(ERRORS.conformal()))
                .save(out.resolve("stacked.automl"));
        SampleModels.ofNumbers(number.withQuantiles(List.of(0.1, 0.5, 0.9)), SHIFTS)
                .save(out.resolve("quantiles.automl"));
        assertThat(out).isNotEmptyDirectory();
    }
}
