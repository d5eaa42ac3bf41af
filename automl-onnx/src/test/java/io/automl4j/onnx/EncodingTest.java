package io.automl4j.onnx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.testkit.Gen;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw cells become the same numbers. */
final class EncodingTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    static List<Arguments> encodings() {
        List<Arguments> specs = new ArrayList<>();
        for (TaskType type : TaskType.values()) {
            for (ManyLevels many : ManyLevels.values()) {
                specs.add(Arguments.of(type, new EncoderSpec(Encoding.TREE, many, false)));
                specs.add(Arguments.of(type, new EncoderSpec(Encoding.TREE, many, true)));
                specs.add(Arguments.of(type, new EncoderSpec(Encoding.NETWORK, many, true, false)));
                specs.add(Arguments.of(type, new EncoderSpec(Encoding.NETWORK, many, true, true)));
            }
        }
        return specs;
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void rowsAreEncodedAlike(TaskType type, EncoderSpec spec) {
        AutoModel model = model(spec, type, UTC);
        assertEncodesAlike(model, Samples.table(200, 2, UTC));
        assertEncodesAlike(model, Samples.strange(200, 3, UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Antarctica/Rothera",
                "+03:30"
            })
    void datesAreThoseOfTheZone(String zone) {
        AutoModel model = model(EncoderSpec.NETWORK, TaskType.BINARY, ZoneId.of(zone));
        assertEncodesAlike(model, Samples.strange(5_000, 4, ZoneId.of(zone)));
    }

    /** Numbers with signs, points and commas, ranges, dates, and what looks like them. */
    @Test
    void numbersInTextsAreFoundAlike() {
        List<String> written = List.of(
                "12",
                "-3.5",
                ".5",
                "x-.5",
                "-.25",
                "a-7",
                "--7",
                "(-7)",
                "é-7",
                "²-7",
                "1,200",
                "$1,234,567.25",
                "1,2345",
                "1234,567",
                "12,34-56",
                "5.",
                "1.2.3 - 5",
                ".5.5 - 7",
                "..5 - 7",
                "10-20",
                "1200 – 1,500 CC",
                "3 to 4",
                "4 to 3",
                "2020-01-31",
                "10-20-30",
                "10-205",
                "10-20.",
                "10-20,",
                "10-20/3",
                "1-2,3456",
                "1,2345-6",
                "555-123-4567",
                "-5 - 3",
                "-5--3",
                "3\n- 4",
                "3\u000b-\u000b4",
                "3\u00a0-4",
                "many",
                "-",
                "to",
                "0",
                "007",
                "9".repeat(60),
                "9".repeat(400),
                "1e5",
                "٣",
                "٣-4",
                "7٣-9",
                "1-٣-4");
        Gen gen = Gen.of(3);
        List<String> texts = new ArrayList<>(written);
        List<String> pieces = List.of("1", "23", "456", ",", ".", "-", "–", "/", " ", "to", "a", "é", "\n", "0");
        for (int i = 0; i < 3_000; i++) {
            texts.add(IntStream.range(0, 1 + gen.whole(9))
                    .mapToObj(piece -> gen.pick(pieces))
                    .collect(Collectors.joining()));
        }
        Schema schema = Schema.of(List.of(ColumnSchema.of("text", ColumnKind.CATEGORICAL)));
        Table training = Table.of(schema, List.of(StringColumn.of(List.of("1 a", "2 a", "3 a", "4 a"))));
        AutoModel model = Samples.model(
                training, Samples.task(TaskType.BINARY), EncoderSpec.TREE, encoded -> PriorModel.of(0.5f, 0.5f));
        assertThat(model.parts().encoders().get(0).features())
                .extracting(Feature::name)
                .containsExactly("text", "text#number");
        Table rows = Table.of(schema, List.of(StringColumn.of(texts)));
        assertEncodesAlike(model, rows);
        for (String text : written) { // alone, since others fill up
            assertEncodesAlike(model, Table.of(schema, List.of(StringColumn.of(List.of(text)))));
        }
    }

    /** A text such as -999 may stand for a missing cell, as it is and in a category. */
    @Test
    void wordsForMissingCellsHoldNoNumber() {
        List<ColumnSchema> described = List.of(ColumnSchema.of("text", ColumnKind.CATEGORICAL));
        Schema schema = new Schema(described, Set.of("-999", "none"), UTC);
        Table training = Table.of(schema, List.of(StringColumn.of(List.of("1 a", "2 a", "3 a", ""))));
        AutoModel model = Samples.model(
                training,
                Samples.task(TaskType.BINARY),
                EncoderSpec.NETWORK,
                encoded -> LinearModel.of(Samples.normal(encoded.rows().width(), 3), new float[1], Link.LOGISTIC));
        try (Session session = new Session(OnnxModel.of(model))) {
            for (String text : List.of("-999", "NONE", "", "2 a", "-998", "other")) {
                float[][] theirs = (float[][]) requireNonNull(session.run(Map.of("text", new String[][] {{text}}))
                        .get("probabilities"));
                double ours = requireNonNull(
                        model.predict(Map.of("text", text)).probabilities().get("yes"));
                assertThat((double) theirs[0][1]).as(text).isCloseTo(ours, within(1e-6));
            }
        }
    }

    /** The Java of ONNX Runtime hands such texts over in a way that its operators do not take. */
    @Test
    void charactersBeyondTheFirstPlaneEndNothing() {
        Schema schema = Schema.of(List.of(ColumnSchema.of("text", ColumnKind.CATEGORICAL)));
        Table training = Table.of(schema, List.of(StringColumn.of(List.of("1 a", "2 a", "3 a", "4 a"))));
        AutoModel model = Samples.model(
                training, Samples.task(TaskType.BINARY), EncoderSpec.TREE, encoded -> PriorModel.of(0.5f, 0.5f));
        try (Session session = new Session(OnnxModel.of(model))) {
            session.assertPredictsAs(model, Table.of(schema, List.of(StringColumn.of(List.of("𝐀-7", "3 a")))));
        }
    }

    private static AutoModel model(EncoderSpec spec, TaskType type, ZoneId zone) {
        Task task = Samples.task(type);
        return Samples.model(
                Samples.table(300, 1, zone), task, spec, encoded -> PriorModel.of(new float[task.outputs()]));
    }

    private static void assertEncodesAlike(AutoModel model, Table rows) {
        FittedEncoder encoder = model.parts().encoders().get(0);
        Graph graph = new Graph();
        Inputs inputs = new Inputs(graph, model.requiredColumns());
        Value encoded = new io.automl4j.onnx.Encoding(graph, inputs).rows(encoder);
        graph.output("rows", encoded, DataType.FLOAT, encoder.features().size(), "encoded rows");
        ModelProto message = ModelProto.newBuilder()
                .setIrVersion(9)
                .addAllOpsetImport(graph.operators())
                .setGraph(graph.build("rows"))
                .build();
        try (Session session = new Session(new OnnxModel(message))) {
            float[][] theirs = (float[][])
                    requireNonNull(session.run(Session.cells(model, rows)).get("rows"));
            EncodedRows ours = encoder.transform(rows);
            for (int row = 0; row < ours.rows(); row++) {
                for (int i = 0; i < ours.width(); i++) {
                    float value = ours.values()[row * ours.width() + i];
                    double rounding = Float.isNaN(value) ? 0 : 2e-7 * Math.max(1, Math.abs(value));
                    boolean same =
                            Float.compare(theirs[row][i], value) == 0 || Math.abs(theirs[row][i] - value) <= rounding;
                    assertThat(same)
                            .as(
                                    "'%s', %s: %s, not %s",
                                    rows.column(0).text(row), ours.features().get(i), theirs[row][i], value)
                            .isTrue();
                }
            }
        }
    }
}
