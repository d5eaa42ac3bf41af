package io.automl4j.onnx;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Calibration;
import io.automl4j.model.FittedReport;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.predictor.Model;
import io.automl4j.testkit.Gen;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Tables with every kind of column that ONNX takes, and models on them. */
final class Samples {
    private static final List<String> COLOURS = List.of("red", "green", "blue", "grün", "two words", "a,b");
    static final List<String> NAMES = IntStream.range(0, 14)
            .mapToObj(i -> Gen.of(i + 100).word())
            .distinct()
            .toList();

    private Samples() {}

    /** A table in which cells are missing, some of every column. */
    static Table table(int rows, long seed, ZoneId zone) {
        return table(rows, seed, zone, false);
    }

    /** The same with levels, dates and numbers that training does not have. */
    static Table strange(int rows, long seed, ZoneId zone) {
        return table(rows, seed, zone, true);
    }

    private static Table table(int rows, long seed, ZoneId zone, boolean strange) {
        Gen gen = Gen.of(seed);
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        described.add(ColumnSchema.of("amount", ColumnKind.NUMERIC));
        columns.add(numbers(rows, gen, g -> strange ? 1e3 * g.normal() : g.uniform(-50, 50)));
        described.add(ColumnSchema.of("count", ColumnKind.NUMERIC));
        columns.add(numbers(rows, gen, g -> strange && g.chance(0.3) ? 1e300 : g.whole(5)));
        described.add(ColumnSchema.of("same", ColumnKind.NUMERIC));
        columns.add(NumericColumn.of(new double[rows]));
        described.add(ColumnSchema.of("paid", ColumnKind.BOOLEAN).withKind(ColumnKind.BOOLEAN, "no|yes"));
        columns.add(texts(rows, gen, g -> g.chance(0.5) ? "yes" : "no"));
        described.add(ColumnSchema.of("colour", ColumnKind.CATEGORICAL));
        columns.add(texts(rows, gen, g -> strange && g.chance(0.3) ? "new" : g.pick(COLOURS)));
        described.add(ColumnSchema.of("name", ColumnKind.CATEGORICAL));
        columns.add(texts(rows, gen, g -> strange && g.chance(0.3) ? g.word() : g.pick(NAMES)));
        described.add(ColumnSchema.of("since", ColumnKind.DATETIME));
        columns.add(times(rows, gen, strange));
        described.add(ColumnSchema.of("target", ColumnKind.CATEGORICAL).withRole(Role.TARGET));
        columns.add(texts(rows, gen, g -> "x"));
        return Table.of(new Schema(described, Schema.DEFAULT_MISSING_TOKENS, zone), columns);
    }

    /** A number and a text of a hundred words. */
    static Table manyLevels(int rows, long seed) {
        Gen gen = Gen.of(seed);
        List<String> words = IntStream.range(0, 100)
                .mapToObj(i -> Gen.of(i).word())
                .distinct()
                .toList();
        List<ColumnSchema> described =
                List.of(ColumnSchema.of("word", ColumnKind.CATEGORICAL), ColumnSchema.of("x", ColumnKind.NUMERIC));
        return Table.of(
                Schema.of(described), List.of(texts(rows, gen, g -> g.pick(words)), numbers(rows, gen, Gen::normal)));
    }

    /** Numbers, then a text of more than ten words. */
    static Table numbersAndNames(int rows, int numbers, long seed) {
        Gen gen = Gen.of(seed);
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            described.add(ColumnSchema.of("x" + i, ColumnKind.NUMERIC));
            columns.add(numbers(rows, gen, Gen::normal));
        }
        described.add(ColumnSchema.of("name", ColumnKind.CATEGORICAL));
        columns.add(texts(rows, gen, g -> g.pick(NAMES)));
        return Table.of(Schema.of(described), columns);
    }

    static NumericColumn numbers(int rows, Gen gen, ToDoubleFunction<Gen> cell) {
        NumericColumn.Builder builder = NumericColumn.builder();
        for (int row = 0; row < rows; row++) {
            builder.add(gen.chance(0.1) ? Double.NaN : cell.applyAsDouble(gen));
        }
        return builder.build();
    }

    static StringColumn texts(int rows, Gen gen, Function<Gen, String> cell) {
        StringColumn.Builder builder = StringColumn.builder();
        for (int row = 0; row < rows; row++) {
            if (gen.chance(0.1)) {
                builder.addMissing();
            } else {
                builder.add(cell.apply(gen));
            }
        }
        return builder.build();
    }

    private static TimeColumn times(int rows, Gen gen, boolean strange) {
        TimeColumn.Builder builder = TimeColumn.builder();
        for (int row = 0; row < rows; row++) {
            double years = strange ? gen.uniform(-300, 200) : gen.uniform(30, 55);
            builder.add(gen.chance(0.1) ? TimeColumn.MISSING : (long) (years * 365.2425 * 86_400_000));
        }
        return builder.build();
    }

    /** What a task's rows are to be: drawn at random. */
    static Labels labels(Task task, int rows, long seed) {
        Gen gen = Gen.of(seed);
        boolean classes = task.type().isClassification();
        return Labels.of(IntStream.range(0, rows)
                .mapToDouble(row -> classes ? gen.whole(task.outputs()) : 100 + 10 * gen.normal())
                .toArray());
    }

    /** A model of one member on one encoding. */
    static AutoModel model(Table table, Task task, EncoderSpec spec, Function<EncodedTraining, Model> fit) {
        EncodedTraining encoded = Encoders.fit(table, labels(task, table.rows(), 5), task, spec, 3);
        Member member = new Member(1, "sample", 1, List.of(new FoldModel(0, fit.apply(encoded))));
        return AutoModel.of(ModelParts.of(task, table.schema(), List.of(encoded.encoder()), List.of(member), report()));
    }

    /** The same model at a temperature. */
    static AutoModel at(double temperature, AutoModel model) {
        int classes = model.task().outputs();
        return with(PostProcessing.of(Calibration.temperature(temperature, classes)), model);
    }

    /** The same model with something else made of its mean. */
    static AutoModel with(PostProcessing processing, AutoModel model) {
        return AutoModel.of(model.parts().with(processing));
    }

    static Task task(TaskType type) {
        return SyntheticTables.task(type);
    }

    static float[] normal(int count, long seed) {
        Gen gen = Gen.of(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) gen.normal();
        }
        return values;
    }

    static FittedReport report() {
        return new FittedReport(
                "log_loss",
                0,
                List.of(),
                List.of(),
                new Provenance(
                        "AutoML4J test",
                        "Java",
                        Instant.EPOCH,
                        1,
                        "log_loss",
                        60,
                        "00",
                        Duration.ZERO,
                        Duration.ZERO,
                        "none"));
    }
}
