package io.automl4j.benchmarks.hostile;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Calibration;
import io.automl4j.model.Conformal;
import io.automl4j.model.Decision;
import io.automl4j.model.FittedReport;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SampleNetworks;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The model whose file is attacked: encoders of a table with columns of every kind, and a small model of every kind. Nothing is
 * learned, weights are drawn: its file is small, so that changes meet every part of it.
 */
final class HostileModel {
    private static final int ROWS = 120; // so there are towns enough for statistics
    private static final int STORED = 6;
    private static final int TREES = 6;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Sample sample;
    private final Link link;
    private final List<EncodedTraining> encoded;

    private HostileModel(TaskType type) {
        this.sample = SyntheticTables.learnable(type, ROWS, 1);
        this.link = type.isClassification() ? Link.SOFTMAX : Link.IDENTITY;
        this.encoded = List.of(
                encoded(EncoderSpec.TREE),
                encoded(EncoderSpec.NETWORK),
                encoded(new EncoderSpec(Encoding.NETWORK, ManyLevels.CODES, true, true)));
    }

    /** The model of three classes, of three quantiles, or of a number, which is stacked. */
    static AutoModel drawn(TaskType type) {
        HostileModel drawn = new HostileModel(type);
        return type == TaskType.REGRESSION ? drawn.stacked() : drawn.model();
    }

    /** Rows of the same table that it has not seen. */
    static Table rows(AutoModel model, int count) {
        return SyntheticTables.learnable(model.task().type(), count, 2).table();
    }

    private EncodedTraining encoded(EncoderSpec spec) {
        return Encoders.fit(sample.table(), sample.labels(), sample.task(), spec, 1);
    }

    private AutoModel model() {
        List<Member> members = List.of(
                new Member(1, "boosted", 0.5, List.of(new FoldModel(0, boosted()), new FoldModel(0, boosted()))),
                new Member(2, "linear", 0.25, List.of(new FoldModel(1, linear()))),
                new Member(3, "network", 0.25, List.of(new FoldModel(2, network("ResNet of members")))));
        List<Member> others = List.of(
                new Member(4, "forest", 0, List.of(new FoldModel(0, forest()))),
                new Member(5, "neighbours", 0, List.of(new FoldModel(1, neighbours()))),
                new Member(6, "mlp", 0, List.of(new FoldModel(2, network("members, BATCH")))),
                new Member(7, "prior", 0, List.of(new FoldModel(0, PriorModel.of(0.5f, 0.25f, 0.25f)))));
        Front front = new Front(List.of(
                point(0.9, 9_000, Map.of(1L, 0.5, 2L, 0.25, 3L, 0.25)),
                point(0.8, 800, Map.of(4L, 0.75, 5L, 0.25)),
                point(0.7, 70, Map.of(6L, 1.0)),
                point(0.6, 6, Map.of(7L, 1.0))));
        List<FittedEncoder> encoders =
                encoded.stream().map(EncodedTraining::encoder).toList();
        return AutoModel.of(new ModelParts(
                sample.task(),
                sample.table().schema(),
                encoders,
                members,
                processing(),
                front,
                others,
                report(members)));
    }

    /** Corrected by trees, and in a point of the front by a sum. */
    private AutoModel stacked() {
        List<Member> members = List.of(
                new Member(1, "boosted", 0.75, List.of(new FoldModel(0, boosted()), new FoldModel(0, boosted()))),
                new Member(2, "linear", 0.25, List.of(new FoldModel(1, linear()))));
        TreesBuilder trees = TreesModel.boosted(link, 0.5f);
        for (int tree = 0; tree < TREES; tree++) {
            trees.add(DrawnTree.of(Stack.features(members.size()), 1, random), 0);
        }
        Model sum = LinearModel.of(SampleNetworks.normal(2, random), new float[] {0.5f}, link);
        PostProcessing ofTrees = PostProcessing.correcting(new Stack(List.of(1L, 2L), trees.build()));
        PostProcessing ofSum = PostProcessing.correcting(new Stack(List.of(2L), sum));
        Front front = new Front(List.of(
                new OperatingPoint(0.9, Duration.ofNanos(9_000), 1_000, Map.of(1L, 0.75, 2L, 0.25), ofTrees),
                new OperatingPoint(0.8, Duration.ofNanos(800), 1_000, Map.of(2L, 1.0), ofSum)));
        List<FittedEncoder> encoders =
                encoded.stream().map(EncodedTraining::encoder).toList();
        return AutoModel.of(new ModelParts(
                sample.task(), sample.table().schema(), encoders, members, ofTrees, front, List.of(), report(members)));
    }

    private OperatingPoint point(double score, long nanos, Map<Long, Double> shares) {
        return new OperatingPoint(score, Duration.ofNanos(nanos), 1_000, shares, processing());
    }

    /** Something of everything that can be made of a mean. */
    private PostProcessing processing() {
        if (!sample.task().type().isClassification()) {
            return PostProcessing.shifting(List.of(-0.5, 0.125, 0.75));
        }
        Decision weighted = new Decision.Weighted(List.of(1.0, 2.0, 0.5));
        return new PostProcessing(
                new Calibration(List.of(0.8, 0.8, 0.8), List.of(1.0, 1.5, 0.75)),
                Decision.leastCost(new double[][] {{0, 1, 1}, {2, 0, 1}, {5, 1, 0}}),
                Map.of("f1_macro", weighted, "mcc", Decision.MOST_PROBABLE),
                new Conformal(List.of(), List.of(Conformal.Scores.of(0.1, 0.5, 0.25, 0.75))));
    }

    private TreesModel boosted() {
        int outputs = sample.task().outputs();
        TreesBuilder builder = TreesModel.boosted(link, Arrays.copyOf(new float[] {0.5f, 0, -0.5f}, outputs));
        for (int tree = 0; tree < TREES; tree++) {
            builder.add(DrawnTree.of(encoded.get(0).rows().features(), 1, random), tree % outputs);
        }
        return builder.build();
    }

    private TreesModel forest() {
        TreesBuilder builder = TreesModel.forest(new float[] {0.25f, 0.25f, 0.5f});
        for (int tree = 0; tree < TREES; tree++) {
            builder.add(DrawnTree.of(encoded.get(0).rows().features(), 3, random));
        }
        return builder.build();
    }

    private Model linear() {
        List<Feature> features = encoded.get(1).rows().features();
        int outputs = sample.task().outputs();
        return LinearModel.of(
                SampleNetworks.normal(outputs * features.size(), random), SampleNetworks.normal(outputs, random), link);
    }

    private Model neighbours() {
        EncodedRows stored = encoded.get(1).rows().select(new int[] {0, 1, 2, 3, 4, 5});
        float[] targets = new float[3 * STORED];
        for (int row = 0; row < STORED; row++) {
            targets[3 * row + row % 3] = 1;
        }
        float[] weights = {1, 1, 2, 1, 1, 0.5f};
        return NeighboursModel.of(
                stored, targets, weights, new float[] {0.5f, 0.25f, 0.25f}, new NeighboursModel.Vote(3, true));
    }

    private Model network(String name) {
        NetworkSpec spec = Objects.requireNonNull(SampleNetworks.all().get(name));
        float[] parameters = new float[spec.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(0.05, 0.5); // variances are among them
        }
        NetworkModel.Target target =
                link == Link.SOFTMAX ? NetworkModel.Target.PLAIN : new NetworkModel.Target(1, 2, -30, 30);
        return NetworkModel.of(spec, List.of(parameters), link, target);
    }

    private FittedReport report(List<Member> members) {
        List<LeaderboardRow> rows = new ArrayList<>();
        for (Member member : members) {
            rows.add(new LeaderboardRow(
                    member.trial(),
                    member.learner(),
                    LeaderboardRow.Status.COMPLETED,
                    0.75,
                    1,
                    member.weight(),
                    Duration.ofMillis(12),
                    42,
                    Configuration.of("depth", 2, "rate", 0.05, "growth", "by_level"),
                    ""));
        }
        Provenance provenance = new Provenance(
                "AutoML4J",
                "Java",
                Instant.EPOCH,
                1,
                "log_loss",
                ROWS,
                "00",
                Duration.ofMinutes(1),
                Duration.ofSeconds(59),
                "hold-out");
        return new FittedReport("log_loss", 0.5, rows, List.of(), provenance);
    }
}
