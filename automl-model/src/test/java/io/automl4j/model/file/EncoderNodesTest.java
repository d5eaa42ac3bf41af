package io.automl4j.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FittedEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EncoderNodesTest {
    static final List<EncoderSpec> SPECS = List.of(EncoderSpec.TREE, EncoderSpec.NETWORK);

    private static Table table(int rows, int shift) {
        double[] numbers = IntStream.range(0, rows)
                .mapToDouble(row -> row % 7 == 0 ? Double.NaN : row / 3.0 + shift)
                .toArray();
        List<String> levels = IntStream.range(0, rows)
                .mapToObj(row -> "größe \"" + (row + shift) % 20 + "\" 木")
                .toList();
        return Table.of(
                Schema.of(List.of(
                        ColumnSchema.of("number", ColumnKind.NUMERIC),
                        ColumnSchema.of("level", ColumnKind.CATEGORICAL),
                        ColumnSchema.of("text", ColumnKind.TEXT))),
                List.of(NumericColumn.of(numbers), StringColumn.of(levels), StringColumn.of(levels)));
    }

    private static FittedEncoder fitted(EncoderSpec spec) {
        double[] targets = IntStream.range(0, 100).mapToDouble(row -> row % 3).toArray();
        Task task = new Task(TaskType.REGRESSION, "y", List.of());
        return Encoders.fit(table(100, 0), Labels.of(targets), task, spec, 1).encoder();
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void encodersSurviveBytesBitByBit(EncoderSpec spec) {
        FittedEncoder encoder = fitted(spec);
        byte[] bytes = Nodes.toBytes(encoder.save());

        FittedEncoder loaded = FittedEncoder.load(Nodes.fromBytes(ByteBuffer.wrap(bytes)));

        assertThat(loaded.transform(table(60, 5)).values())
                .isEqualTo(encoder.transform(table(60, 5)).values());
    }

    /** Each makes a name: of a long one a small file could ask for any number. */
    @Test
    void aColumnGoesOutOnce() {
        Node node = fitted(SPECS.get(0)).save();
        Node finish = new Node()
                .put("mode", "impute")
                .put("kept", new int[] {0})
                .put("centres", new float[1])
                .put("factors", new float[1])
                .put("indicators", new int[] {0, 0});
        Node twice = new Node().put("columns", node.nodes("columns")).put("finish", finish);
        assertThatThrownBy(() -> FittedEncoder.load(twice))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("contradicts itself");
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void encodersSurviveFilesBitByBit(EncoderSpec spec, @TempDir Path folder) {
        FittedEncoder encoder = fitted(spec);
        Path file = folder.resolve("encoder.automl");
        ModelFile.write(file, encoder.save(), new Description("test", "2026-01-02T03:04:05Z", false, ""));

        FittedEncoder loaded = FittedEncoder.load(ModelFile.read(file).model());

        assertThat(loaded.transform(table(60, 5)).values())
                .isEqualTo(encoder.transform(table(60, 5)).values());
    }
}
