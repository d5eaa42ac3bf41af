package io.automl4j.model;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.space.Configuration;
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
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ResNet;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreeSource;
import io.automl4j.model.predictor.TreesModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small tables and models of every kind. Nothing is learned here: weights are drawn. */
public final class SampleModels {
    private static final List<String> COLOURS = List.of("red", "green", "blue", "grün", "\uD800 half a pair");
    private static final Task CLASSES = new Task(TaskType.MULTICLASS, "class", List.of("no", "perhaps", "yes"));

    private SampleModels() {}

    /** A table of every kind of column, with missing cells, and a key and an ignored column. */
    public static Table table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringColumn.Builder key = StringColumn.builder();
        NumericColumn.Builder amount = NumericColumn.builder();
        StringColumn.Builder colour = StringColumn.builder();
        StringColumn.Builder city = StringColumn.builder();
        TimeColumn.Builder since = TimeColumn.builder();
        StringColumn.Builder remark = StringColumn.builder();
        StringColumn.Builder label = StringColumn.builder();
        for (int row = 0; row < rows; row++) {
            key.add("key" + row);
            amount.add(random.nextInt(10) == 0 ? Double.NaN : random.nextDouble(-50, 50));
            colour.add(COLOURS.get(random.nextInt(COLOURS.size())));
            city.add("city " + random.nextInt(40));
            since.add(1_600_000_000_000L + random.nextLong(1L << 36));
            remark.add("remark about " + random.nextInt(1_000_000) + " things");
            label.add(CLASSES.classes().get(random.nextInt(3)));
        }
        List<ColumnSchema> described = List.of(
                ColumnSchema.of("key", ColumnKind.ID),
                ColumnSchema.of("amount", ColumnKind.NUMERIC),
                ColumnSchema.of("colour", ColumnKind.CATEGORICAL),
                ColumnSchema.of("city", ColumnKind.CATEGORICAL),
                ColumnSchema.of("since", ColumnKind.DATETIME).withKind(ColumnKind.DATETIME, "yyyy-MM-dd"),
                ColumnSchema.of("remark", ColumnKind.TEXT),
                ColumnSchema.of("unused", ColumnKind.NUMERIC).withRole(Role.IGNORED),
                ColumnSchema.of("class", ColumnKind.CATEGORICAL).withRole(Role.TARGET));
        List<Column> columns = List.of(
                key.build(),
                amount.build(),
                colour.build(),
                city.build(),
                since.build(),
                remark.build(),
                NumericColumn.of(new double[rows]),
                label.build());
        return Table.of(Schema.of(described), columns);
    }

    /** An ensemble of every kind of model over two encoders, for three classes. */
    public static AutoModel everyKind() {
        return AutoModel.of(parts(CLASSES, 7));
    }

    /** What {@link #everyKind()} consists of. */
    static ModelParts parts() {
        return parts(CLASSES, 7);
    }

    /** The first two members; with a network, and all others, in other ensembles of a front. */
    static AutoModel withNetwork(Front front) {
        ModelParts parts = parts();
        List<Member> members = List.of(
                parts.members().get(0).withWeight(0.5), parts.members().get(1).withWeight(0.5));
        int width = parts.encoders().get(1).features().size();
        List<Member> others = List.of(
                parts.members().get(2).withWeight(0),
                parts.members().get(3).withWeight(0),
                new Member(
                        16,
                        "mlp",
                        0,
                        List.of(new FoldModel(
                                1, network(width, parts.task().outputs(), Link.SOFTMAX, NetworkModel.Target.PLAIN)))));
        PostProcessing processing = front.points().get(0).processing();
        return AutoModel.of(new ModelParts(
                parts.task(), parts.schema(), parts.encoders(), members, processing, front, others, parts.report()));
    }

    private static Model network(int width, int outputs, Link link, NetworkModel.Target target) {
        List<Integer> columns = IntStream.range(0, width).boxed().toList();
        NetworkInputs inputs =
                new NetworkInputs(columns.subList(0, 2), columns.subList(2, width), List.of(), 3, 4, true);
        LayerStyle style = new LayerStyle(ActivationFunction.MISH, true, LayerStyle.Norm.LAYER, 0.1f, true);
        NetworkSpec spec = new Architecture(inputs, new ResNet(6, 1, 1.5, 0.2f, style), 2).network(outputs);
        float[] parameters = floats(new SplittableRandom(9), spec.parameters());
        return NetworkModel.of(spec, List.of(parameters), link, target);
    }

    /** All members, with something else made of their mean. */
    static AutoModel with(PostProcessing processing) {
        return AutoModel.of(parts().with(processing));
    }

    /** A temperature of three classes. */
    static PostProcessing at(double temperature) {
        return PostProcessing.of(Calibration.temperature(temperature, 3));
    }

    /** Other members over the same encoders. */
    static AutoModel of(List<Member> members) {
        ModelParts all = parts();
        return AutoModel.of(ModelParts.of(all.task(), all.schema(), all.encoders(), members, all.report()));
    }

    /** The same for a number. */
    public static AutoModel regression() {
        return AutoModel.of(parts(new Task(TaskType.REGRESSION, "class", List.of()), 8));
    }

    /** Trees and a network for a number or quantiles of it, which the network tells in units of the target. */
    static AutoModel ofNumbers(Task task, PostProcessing processing) {
        ModelParts parts = parts(task, 8);
        int width = parts.encoders().get(1).features().size();
        NetworkModel.Target target = new NetworkModel.Target(20, 4, -50, 100);
        Member network = new Member(
                16, "mlp", 0.5, List.of(new FoldModel(1, network(width, task.outputs(), Link.IDENTITY, target))));
        List<Member> members = List.of(parts.members().get(0).withWeight(0.5), network);
        return AutoModel.of(ModelParts.of(task, parts.schema(), parts.encoders(), members, parts.report())
                .with(processing));
    }

    /** A member without columns: what is left of a table of constants. */
    public static AutoModel prior() {
        Schema schema = Schema.of(List.of(
                ColumnSchema.of("same", ColumnKind.NUMERIC).withRole(Role.IGNORED),
                ColumnSchema.of("class", ColumnKind.CATEGORICAL).withRole(Role.TARGET)));
        Table table = Table.of(schema, List.of(NumericColumn.of(1, 1), StringColumn.of(List.of("a", "b"))));
        Task task = new Task(TaskType.BINARY, "class", List.of("a", "b"));
        EncodedTraining encoded = Encoders.fit(table, Labels.of(0, 1), task, EncoderSpec.TREE, 1);
        Member member = new Member(1, "prior", 1, List.of(new FoldModel(0, PriorModel.of(0.25f, 0.75f))));
        return AutoModel.of(ModelParts.of(task, schema, List.of(encoded.encoder()), List.of(member), report()));
    }

    /** The first two members, with the post-processing of the first point of a front, with the last member beside them. */
    static AutoModel with(Front front) {
        AutoModel all = everyKind();
        ModelParts parts = parts();
        List<Member> members = List.of(
                parts.members().get(0).withWeight(0.5), parts.members().get(1).withWeight(0.5));
        List<Member> others = List.of(parts.members().get(3).withWeight(0));
        PostProcessing processing = front.points().get(0).processing();
        return AutoModel.of(new ModelParts(
                all.task(), all.schema(), parts.encoders(), members, processing, front, others, all.report()));
    }

    static ModelParts parts(Task task, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Table table = table(60, seed);
        Labels labels = Labels.of(random.doubles(60, 0, 3)
                .map(value -> task.type().isClassification() ? Math.floor(value) : value)
                .toArray());
        EncodedTraining tree = Encoders.fit(table, labels, task, EncoderSpec.TREE, seed);
        EncodedTraining network = Encoders.fit(table, labels, task, EncoderSpec.NETWORK, seed);
        int width = network.rows().width();
        int outputs = task.outputs();
        Link link = task.type().isClassification() ? Link.SOFTMAX : Link.IDENTITY;
        Model linear = LinearModel.of(floats(random, outputs * width), floats(random, outputs), link);
        Model neighbours = NeighboursModel.of(
                network.rows().select(new int[] {0, 1, 2, 3}),
                indicators(4, outputs),
                new float[] {1, 1, 2, 1},
                uniform(outputs),
                new NeighboursModel.Vote(3, true));
        List<Member> members = List.of(
                new Member(
                        11,
                        "trees",
                        0.5,
                        List.of(trees(random, tree, link, outputs), trees(random, tree, link, outputs))),
                new Member(12, "linear", 0.25, List.of(new FoldModel(1, linear))),
                new Member(13, "neighbours", 0.125, List.of(new FoldModel(1, neighbours))),
                new Member(14, "prior", 0.125, List.of(new FoldModel(0, PriorModel.of(labels, task)))));
        return ModelParts.of(task, table.schema(), List.of(tree.encoder(), network.encoder()), members, report());
    }

    private static FoldModel trees(SplittableRandom random, EncodedTraining encoded, Link link, int outputs) {
        var builder = TreesModel.boosted(link, floats(random, outputs));
        for (int tree = 0; tree < 12; tree++) {
            builder.add(new Stump(random.nextInt(encoded.rows().width()), random.nextDouble()), tree % outputs);
        }
        return new FoldModel(0, builder.build());
    }

    private static float[] floats(SplittableRandom random, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextDouble(-1, 1);
        }
        return floats;
    }

    /** A row for each, of zeros and a one. */
    private static float[] indicators(int rows, int outputs) {
        float[] indicators = new float[rows * outputs];
        for (int row = 0; row < rows; row++) {
            indicators[row * outputs + row % outputs] = 1;
        }
        return indicators;
    }

    private static float[] uniform(int outputs) {
        float[] uniform = new float[outputs];
        Arrays.fill(uniform, 1f / outputs);
        return uniform;
    }

    /** A report with all that JSON finds hard. */
    static FittedReport report() {
        LeaderboardRow best = new LeaderboardRow(
                11,
                "trees",
                LeaderboardRow.Status.COMPLETED,
                0.875,
                2,
                0.5,
                Duration.ofMillis(1234),
                42,
                Configuration.of("depth", 6, "$rate", 1e-300, "growth", "leaf \"wise\"\n"),
                "");
        List<LeaderboardRow> rows = new ArrayList<>(List.of(best));
        rows.add(new LeaderboardRow(
                15,
                "linear",
                LeaderboardRow.Status.FAILED,
                Double.NaN,
                1,
                0,
                Duration.ZERO,
                0,
                Configuration.EMPTY,
                "timeout: …"));
        return new FittedReport(
                "roc_auc",
                Double.NEGATIVE_INFINITY,
                rows,
                List.of(new DataWarning(DataWarning.Kind.CONSTANT, "unused", "One value.", "Ignored.")),
                new Provenance(
                        "AutoML4J test",
                        "Java",
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        -1L,
                        "roc_auc",
                        60,
                        "00",
                        Duration.ofDays(365),
                        Duration.ofNanos(1),
                        "2 folds"));
    }

    /** One split. */
    private record Stump(int column, double at) implements TreeSource {
        @Override
        public boolean isLeaf(int node) {
            return node > 0;
        }

        @Override
        public int left(int node) {
            return 1;
        }

        @Override
        public int right(int node) {
            return 2;
        }

        @Override
        public int feature(int node) {
            return column;
        }

        @Override
        public float threshold(int node) {
            return (float) at;
        }

        @Override
        public boolean missingLeft(int node) {
            return at < 0.5;
        }

        @Override
        public int[] codes(int node) {
            return new int[0];
        }

        @Override
        public float[] values(int node) {
            return new float[] {(float) (node == 1 ? at : -at)};
        }

        @Override
        public float cover(int node) {
            return node == 0 ? 10 : 5;
        }
    }
}
