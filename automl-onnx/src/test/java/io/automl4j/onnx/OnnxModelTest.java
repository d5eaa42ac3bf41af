package io.automl4j.onnx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.automl4j.api.DataException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Calibration;
import io.automl4j.model.Decision;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import io.automl4j.testkit.Gen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model as a whole. */
final class OnnxModelTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Task BINARY = Samples.task(TaskType.BINARY);

    @TempDir
    private Path directory;

    /** Three members of two folds each, on encodings of their own. */
    private static AutoModel ensemble(TaskType type, double temperature) {
        Task task = Samples.task(type);
        int scores = type == TaskType.BINARY ? 1 : task.outputs();
        Link link = !type.isClassification() ? Link.IDENTITY : scores == 1 ? Link.LOGISTIC : Link.SOFTMAX;
        Table table = Samples.table(400, 1, UTC);
        List<FittedEncoder> encoders = new ArrayList<>();
        List<FoldModel> trees = new ArrayList<>();
        List<FoldModel> linear = new ArrayList<>();
        List<FoldModel> priors = new ArrayList<>();
        for (int fold = 0; fold < 2; fold++) {
            int[] rows = IntStream.range(fold * 200, fold * 200 + 200).toArray();
            Labels labels = Samples.labels(task, 200, fold);
            EncodedTraining tree = Encoders.fit(table.select(rows), labels, task, EncoderSpec.TREE, 1);
            EncodedTraining network = Encoders.fit(table.select(rows), labels, task, EncoderSpec.NETWORK, 1);
            TreesBuilder builder = TreesModel.boosted(link, new float[scores]);
            for (int i = 0; i < 12; i++) {
                builder.add(new RandomTree(tree.rows(), 4, 1, Gen.of(i)), i % scores);
            }
            float[] weights = Samples.normal(scores * network.rows().width(), fold);
            trees.add(new FoldModel(encoders.size(), builder.build()));
            linear.add(new FoldModel(encoders.size() + 1, LinearModel.of(weights, new float[scores], link)));
            priors.add(new FoldModel(encoders.size(), PriorModel.of(labels, task)));
            encoders.add(tree.encoder());
            encoders.add(network.encoder());
        }
        PostProcessing processing = type.isClassification()
                ? PostProcessing.of(Calibration.temperature(temperature, task.outputs()))
                : PostProcessing.NONE;
        List<Member> members = List.of(
                new Member(3, "trees", 0.5, trees),
                new Member(5, "linear", 0.3, linear),
                new Member(0, "prior", 0.2, priors));
        return AutoModel.of(new ModelParts(
                task, table.schema(), encoders, members, processing, Front.NONE, List.of(), Samples.report()));
    }

    @ParameterizedTest
    @CsvSource({"REGRESSION, 1", "BINARY, 1", "BINARY, 1.7", "MULTICLASS, 1", "MULTICLASS, 0.6", "MULTICLASS, 3"})
    void ensemblesAreWeightedAndTempered(TaskType type, double temperature) {
        AutoModel model = ensemble(type, temperature);
        Session.assertSame(model, Samples.table(200, 5, UTC));
        Session.assertSame(model, Samples.strange(200, 6, UTC));
    }

    @Test
    void everyClassHasItsPowerAndItsFactor() {
        Calibration beta = new Calibration(List.of(0.7, 1.9), List.of(1.0, 0.4));
        AutoModel model = Samples.with(PostProcessing.of(beta), ensemble(TaskType.BINARY, 1));
        Session.assertSame(model, Samples.table(200, 5, UTC));
    }

    @Test
    void labelsAreThoseOfTheDecision() {
        Table table = Samples.table(200, 5, UTC);
        AutoModel model = ensemble(TaskType.MULTICLASS, 1);
        Session.assertSame(model.deciding(new Decision.Weighted(List.of(0.3, 2.0, 1.1))), table);
        double[][] costs = {{0, 1, 3}, {2, 0, 1}, {0.5, 4, 0}};
        Session.assertSame(model.deciding(Decision.leastCost(costs)), table);
    }

    /** A high temperature makes much of what is next to impossible. */
    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS"})
    void smallProbabilitiesAreNotCut(TaskType type) {
        int scores = type == TaskType.MULTICLASS ? 3 : 1;
        Link link = scores == 1 ? Link.LOGISTIC : Link.SOFTMAX;
        AutoModel model =
                Samples.model(Samples.table(200, 1, UTC), Samples.task(type), EncoderSpec.NETWORK, encoded -> {
                    float[] weights = Samples.normal(scores * encoded.rows().width(), 2);
                    for (int i = 0; i < weights.length; i++) {
                        weights[i] *= 10;
                    }
                    return LinearModel.of(weights, new float[scores], link);
                });
        Session.assertSame(Samples.at(4, model), Samples.table(200, 2, UTC));
    }

    @Test
    void quantilesAreShiftedAndInOrder() throws OrtException {
        PostProcessing shifts = PostProcessing.shifting(List.of(3.0, 0.0, -3.0));
        AutoModel model = Samples.with(shifts, ensemble(TaskType.QUANTILE, 1));
        try (Session session = new Session(OnnxModel.of(model))) {
            session.assertPredictsAs(model, Samples.table(200, 5, UTC));
            assertThat(session.session().getMetadata().getCustomMetadata())
                    .containsEntry("quantiles", "[0.1, 0.5, 0.9]");
        }
    }

    /** By weighted sums, and by trees that read how far members are from their mean. */
    @Test
    void numbersAreCorrectedByStacks() {
        AutoModel plain = ensemble(TaskType.REGRESSION, 1);
        List<Long> members = List.of(0L, 3L, 5L);
        Model linear = LinearModel.of(new float[] {0.5f, -1, 2, 0.25f}, new float[] {3}, Link.IDENTITY);
        EncodedRows inputs = Stack.inputs(
                IntStream.range(0, 100).mapToDouble(i -> i / 50.0 - 1).toArray(),
                IntStream.range(0, 300).mapToDouble(i -> i % 17 / 8.0 - 1).toArray());
        TreesBuilder trees = TreesModel.boosted(Link.IDENTITY, new float[1]);
        for (int i = 0; i < 12; i++) {
            trees.add(new RandomTree(inputs, 4, 1, Gen.of(i)), 0);
        }
        for (Model correction : List.of(linear, trees.build(), PriorModel.of(2.5f))) {
            AutoModel stacked = Samples.with(PostProcessing.correcting(new Stack(members, correction)), plain);
            Session.assertSame(stacked, Samples.table(200, 5, UTC));
            Session.assertSame(stacked, Samples.strange(200, 6, UTC));
        }
    }

    @Test
    void columnsAreInputsAndClassesAreInTheMetadata() throws OrtException {
        try (Session session = new Session(OnnxModel.of(ensemble(TaskType.MULTICLASS, 1)))) {
            Map<String, NodeInfo> inputs = session.session().getInputInfo();
            assertThat(inputs.keySet()).containsExactly("amount", "count", "same", "paid", "colour", "name", "since");
            assertThat(info(inputs, "amount").type).isEqualTo(OnnxJavaType.DOUBLE);
            assertThat(info(inputs, "since").type).isEqualTo(OnnxJavaType.DOUBLE);
            assertThat(info(inputs, "paid").type).isEqualTo(OnnxJavaType.STRING);
            assertThat(info(inputs, "paid").getShape()).containsExactly(-1, 1);
            Map<String, NodeInfo> outputs = session.session().getOutputInfo();
            assertThat(outputs.keySet()).containsExactly("label", "probabilities");
            assertThat(info(outputs, "label").getShape()).containsExactly(-1);
            assertThat(info(outputs, "probabilities").type).isEqualTo(OnnxJavaType.FLOAT);
            assertThat(info(outputs, "probabilities").getShape()).containsExactly(-1, 3);
            assertThat(session.session().getMetadata().getCustomMetadata())
                    .containsEntry("classes", "[\"low\", \"middle\", \"high\"]")
                    .containsEntry("task", "multiclass")
                    .containsEntry("target", "target")
                    .containsEntry("contains_training_rows", "false")
                    .containsKeys("digest", "created");
        }
        try (Session session = new Session(OnnxModel.of(ensemble(TaskType.REGRESSION, 1)))) {
            assertThat(session.session().getOutputInfo().keySet()).containsExactly("value");
        }
    }

    private static TensorInfo info(Map<String, NodeInfo> infos, String name) {
        return (TensorInfo) requireNonNull(infos.get(name)).getInfo();
    }

    @Test
    void namesOfClassesAreEscaped() {
        assertThat(Metadata.json(List.of("a \"b\"", "\\", "x\ny", "grün")))
                .isEqualTo("[\"a \\\"b\\\"\", \"\\\\\", \"x\\u000ay\", \"grün\"]");
    }

    @Test
    void aRowAloneIsPredictedAsAmongOthers() {
        AutoModel model = ensemble(TaskType.BINARY, 1.2);
        Table rows = Samples.table(30, 9, UTC);
        try (Session session = new Session(OnnxModel.of(model))) {
            for (int row = 0; row < rows.rows(); row++) {
                session.assertPredictsAs(model, rows.select(new int[] {row}));
            }
        }
    }

    @Test
    void equalModelsGiveEqualBytes() {
        assertThat(OnnxModel.of(ensemble(TaskType.BINARY, 2)).bytes())
                .isEqualTo(OnnxModel.of(ensemble(TaskType.BINARY, 2)).bytes());
    }

    /** Columns may be called as outputs and as what lies between are. */
    @Test
    void namesOfColumnsDoNotMatter() {
        List<String> names =
                List.of("label", "probabilities", "predicted_label", "v0", "c0", "b1", "größe in m²", "a b");
        Gen gen = Gen.of(4);
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            described.add(ColumnSchema.of(name, ColumnKind.NUMERIC));
            columns.add(Samples.numbers(50, gen, Gen::normal));
        }
        Table table = Table.of(Schema.of(described), columns);
        AutoModel model = Samples.model(
                table,
                BINARY,
                EncoderSpec.NETWORK,
                encoded -> LinearModel.of(Samples.normal(encoded.rows().width(), 2), new float[1], Link.LOGISTIC));
        try (Session session = new Session(OnnxModel.of(model))) {
            Map<String, Object> outputs = session.run(Session.cells(model, table));
            assertThat(outputs).containsOnlyKeys("predicted_predicted_label", "predicted_probabilities");
            float[][] probabilities = (float[][]) requireNonNull(outputs.get("predicted_probabilities"));
            for (int row = 0; row < 50; row++) {
                assertThat((double) probabilities[row][1])
                        .isCloseTo(model.predict(table).probability(row, 1), within(1e-6));
            }
        }
    }

    /** What is left of a table of constants reads nothing, and asks for all columns to know how many rows there are. */
    @Test
    void aModelThatReadsNothingTakesAllColumns() {
        Schema schema = Schema.of(List.of(
                ColumnSchema.of("key", ColumnKind.ID),
                ColumnSchema.of("same", ColumnKind.NUMERIC).withRole(Role.IGNORED)));
        Table table = Table.of(schema, List.of(StringColumn.of(List.of("a", "b")), NumericColumn.of(1, 1)));
        AutoModel ignoring = Samples.model(table, BINARY, EncoderSpec.TREE, encoded -> PriorModel.of(0.25f, 0.75f));
        try (Session session = new Session(OnnxModel.of(ignoring))) {
            Map<String, Object> outputs = session.run(Map.of());
            assertThat((String[]) outputs.get("label")).containsExactly("yes");
            assertThat((float[][]) outputs.get("probabilities")).isDeepEqualTo(new float[][] {{0.25f, 0.75f}});
        }
        Schema later = ignoring.schema()
                .withColumns(
                        List.of(ColumnSchema.of("key", ColumnKind.ID), ColumnSchema.of("same", ColumnKind.NUMERIC)));
        ModelParts parts = ignoring.parts();
        AutoModel reading =
                AutoModel.of(ModelParts.of(parts.task(), later, parts.encoders(), parts.members(), parts.report()));
        try (Session session = new Session(OnnxModel.of(reading))) {
            Map<String, Object> outputs = session.run(Map.of("same", new double[][] {{1}, {1}, {2}}));
            assertThat((String[]) outputs.get("label")).containsExactly("yes", "yes", "yes");
        }
    }

    /** Truth values and missing cells, as people write them. */
    @ParameterizedTest
    @CsvSource({
        "yes, yes",
        "YES, yes",
        "True, yes",
        "1, yes",
        "on, yes",
        "no, no",
        "No, no",
        "f, no",
        "0, no",
        "NaN, ''",
        "?, ''",
        "N/A, ''",
        "NULL, ''",
        "maybe, maybe"
    })
    void usualWordsAreUnderstood(String word, String level) {
        Gen gen = Gen.of(1);
        StringColumn cells = Samples.texts(40, gen, g -> g.chance(0.5) ? "yes" : "no");
        Schema schema =
                Schema.of(List.of(ColumnSchema.of("paid", ColumnKind.BOOLEAN).withKind(ColumnKind.BOOLEAN, "no|yes")));
        AutoModel model = Samples.model(
                Table.of(schema, List.of(cells)),
                BINARY,
                EncoderSpec.NETWORK,
                encoded -> LinearModel.of(Samples.normal(encoded.rows().width(), 2), new float[1], Link.LOGISTIC));
        try (Session session = new Session(OnnxModel.of(model))) {
            Map<String, Object> given = session.run(Map.of("paid", new String[][] {{word}, {level}}));
            float[][] probabilities = (float[][]) requireNonNull(given.get("probabilities"));
            assertThat(probabilities[0]).isEqualTo(probabilities[1]);
            assertThat((double) probabilities[0][1])
                    .isCloseTo(
                            requireNonNull(model.predict(Map.of("paid", word))
                                    .probabilities()
                                    .get("yes")),
                            within(1e-6));
        }
    }

    @Test
    void aTextColumnIsRefusedByName() {
        Gen gen = Gen.of(1);
        StringColumn texts = Samples.texts(50, gen, g -> g.word() + " " + g.word() + " " + g.word());
        Table table = Table.of(Schema.of(List.of(ColumnSchema.of("remark", ColumnKind.TEXT))), List.of(texts));
        AutoModel model = Samples.model(table, BINARY, EncoderSpec.TREE, encoded -> PriorModel.of(0.5f, 0.5f));
        assertThatThrownBy(() -> OnnxModel.of(model))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'remark'")
                .hasMessageContaining("Maybe")
                .hasMessageContaining("--ignore remark");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        Export.check(2048, 2048);
        assertThatThrownBy(() -> Export.check(5L << 30, 2L << 30))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("5120 MiB")
                .hasMessageContaining("2048 MiB")
                .hasMessageContaining("Maybe");
    }

    @Test
    void filesAppearAtOnce() throws IOException {
        OnnxModel onnx = OnnxModel.of(ensemble(TaskType.BINARY, 1));
        Path file = Files.writeString(directory.resolve("m.onnx"), "old");
        onnx.save(file);
        assertThat(file).hasBinaryContent(onnx.bytes());
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        Path nowhere = directory.resolve("none").resolve("m.onnx");
        assertThatThrownBy(() -> onnx.save(nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("m.onnx");
    }

    @Test
    void oneOfTheFrontGoesAlone() {
        AutoModel model = ensemble(TaskType.BINARY, 1).only(5);
        try (Session session = new Session(OnnxModel.of(model))) {
            session.assertPredictsAs(model, Samples.table(50, 3, UTC));
        }
    }
}
