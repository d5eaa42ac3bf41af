package io.automl4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.NetworkModel.Target;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import io.automl4j.testkit.Gen;
import io.automl4j.testkit.SampleNetworks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of model alone. */
final class MembersTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final EncoderSpec IMPUTED = new EncoderSpec(Encoding.TREE, ManyLevels.BOTH, true);

    private static Link link(TaskType type) {
        return switch (type) {
            case BINARY -> Link.LOGISTIC;
            case MULTICLASS -> Link.SOFTMAX;
            case REGRESSION, QUANTILE -> Link.IDENTITY;
        };
    }

    private static int scores(TaskType type) {
        return type == TaskType.BINARY ? 1 : Samples.task(type).outputs();
    }

    private static AutoModel model(TaskType type, EncoderSpec spec, Function<EncodedTraining, Model> fit) {
        return Samples.model(Samples.table(300, 1, UTC), Samples.task(type), spec, fit);
    }

    private static void assertSame(AutoModel model) {
        Session.assertSame(model, Samples.table(200, 7, UTC));
        Session.assertSame(model, Samples.strange(200, 8, UTC));
    }

    @ParameterizedTest
    @EnumSource
    void priors(TaskType type) {
        Task task = Samples.task(type);
        assertSame(model(type, EncoderSpec.TREE, encoded -> PriorModel.of(Samples.labels(task, 50, 1), task)));
    }

    @ParameterizedTest
    @EnumSource
    void linearModels(TaskType type) {
        assertSame(model(type, EncoderSpec.NETWORK, encoded -> {
            int scores = scores(type);
            float[] weights = Samples.normal(encoded.rows().width() * scores, 2);
            return LinearModel.of(weights, Samples.normal(scores, 3), link(type));
        }));
    }

    @ParameterizedTest
    @EnumSource
    void boostedTrees(TaskType type) {
        for (EncoderSpec spec : List.of(EncoderSpec.TREE, IMPUTED)) {
            assertSame(model(type, spec, encoded -> {
                int scores = scores(type);
                TreesBuilder trees = TreesModel.boosted(link(type), Samples.normal(scores, 4));
                Gen gen = Gen.of(5);
                for (int i = 0; i < 60; i++) {
                    trees.add(new RandomTree(encoded.rows(), i % 7, 1, gen), i % scores);
                }
                return trees.build();
            }));
        }
    }

    /** Leaves hold a value for each output, and the prior counts as a tree. */
    @ParameterizedTest
    @EnumSource
    void forests(TaskType type) {
        int outputs = Samples.task(type).outputs();
        assertSame(model(type, EncoderSpec.TREE, encoded -> {
            Gen gen = Gen.of(6);
            float[] shares = outputs == 2 ? new float[] {0.3f, 0.7f} : new float[] {0.2f, 0.3f, 0.5f};
            TreesBuilder trees = type.isClassification() ? TreesModel.forest(shares) : TreesModel.forest(outputs);
            for (int i = 0; i < 40; i++) {
                trees.add(new RandomTree(encoded.rows(), 1 + i % 8, outputs, gen));
            }
            return trees.build();
        }));
    }

    /** More codes than a word has bits, so that sets have several words. */
    @Test
    void setsOfManyCodes() {
        Task task = Samples.task(TaskType.REGRESSION);
        Table table = Samples.manyLevels(1_000, 1);
        EncoderSpec codes = new EncoderSpec(Encoding.TREE, ManyLevels.CODES, false);
        AutoModel model = Samples.model(table, task, codes, encoded -> {
            assertThat(encoded.rows().features().get(0).levels()).isBetween(65, 255);
            Gen gen = Gen.of(6);
            TreesBuilder trees = TreesModel.boosted(Link.IDENTITY, 0);
            for (int i = 0; i < 30; i++) {
                trees.add(new RandomTree(encoded.rows(), 4, 1, gen), 0);
            }
            return trees.build();
        });
        Session.assertSame(model, table);
        Session.assertSame(model, Samples.manyLevels(1_000, 2));
    }

    @Test
    void treesWithoutATestAreABase() {
        AutoModel model = model(TaskType.MULTICLASS, EncoderSpec.TREE, encoded -> {
            TreesBuilder trees = TreesModel.boosted(Link.SOFTMAX, 0.5f, -0.5f, 0);
            for (int i = 0; i < 9; i++) {
                trees.add(new RandomTree(encoded.rows(), 0, 1, Gen.of(i)), i % 3);
            }
            return trees.build();
        });
        assertSame(model);
    }

    static List<NeighboursModel.Vote> votes() {
        return List.of(
                new NeighboursModel.Vote(1, false),
                new NeighboursModel.Vote(7, false),
                new NeighboursModel.Vote(7, true),
                new NeighboursModel.Vote(1_000, true));
    }

    /** Half of the queries are stored rows, and stored rows are there twice with different targets. */
    @ParameterizedTest
    @MethodSource("votes")
    void neighbours(NeighboursModel.Vote vote) {
        for (TaskType type : TaskType.values()) {
            Task task = Samples.task(type);
            assertSame(model(type, EncoderSpec.NETWORK, encoded -> neighbours(encoded.rows(), task, vote)));
            Session.assertSame(
                    model(type, EncoderSpec.NETWORK, encoded -> neighbours(encoded.rows(), task, vote)),
                    Samples.table(300, 1, UTC));
        }
    }

    private static NeighboursModel neighbours(EncodedRows rows, Task task, NeighboursModel.Vote vote) {
        int[] twice = new int[2 * rows.rows()];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = i / 2;
        }
        Gen gen = Gen.of(9);
        float[] targets = new float[twice.length * task.outputs()];
        float[] weights = new float[twice.length];
        for (int row = 0; row < twice.length; row++) {
            weights[row] = row % 11 == 0 ? 0 : (float) gen.uniform(0.5, 2);
            if (task.type().isClassification()) {
                targets[row * task.outputs() + gen.whole(task.outputs())] = 1;
            } else {
                targets[row] = (float) (100 + gen.normal());
            }
        }
        float[] prior = new float[task.outputs()];
        Arrays.fill(prior, task.type().isClassification() ? 1f / prior.length : 100);
        return NeighboursModel.of(rows.select(twice), targets, weights, prior, vote);
    }

    @Test
    void tooManyNeighboursAreRefused() {
        assertThat(NeighboursModel.MOST_ROWS).isLessThanOrEqualTo(Neighbours.MOST_ROWS);
        Neighbours.check(17, Neighbours.MOST_ROWS);
        assertThatThrownBy(() -> Neighbours.check(17, Neighbours.MOST_ROWS + 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Member 17")
                .hasMessageContaining("5001")
                .hasMessageContaining("Maybe");
    }

    static Set<Map.Entry<String, NetworkSpec>> networks() {
        return SampleNetworks.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void networks(Map.Entry<String, NetworkSpec> network) {
        EncoderSpec codes = new EncoderSpec(Encoding.NETWORK, ManyLevels.CODES, true, true);
        Table table = Samples.numbersAndNames(300, SampleNetworks.WIDTH - 1, 1);
        Task task = Samples.task(TaskType.MULTICLASS);
        for (int sets = 1; sets <= 2; sets++) {
            List<float[]> parameters = new ArrayList<>();
            for (int i = 0; i < sets; i++) {
                parameters.add(parameters(network.getValue(), i));
            }
            AutoModel model = Samples.model(
                    table,
                    task,
                    codes,
                    encoded -> NetworkModel.of(network.getValue(), parameters, Link.SOFTMAX, Target.PLAIN));
            Session.assertSame(model, table);
            Session.assertSame(model, Samples.numbersAndNames(200, SampleNetworks.WIDTH - 1, 2));
        }
    }

    /** Of {@link SampleNetworks}, though its rows come from an encoder; variances are positive. */
    private static float[] parameters(NetworkSpec spec, long seed) {
        float[] parameters = SampleNetworks.normal(spec.parameters(), new SplittableRandom(seed));
        for (int node = 0; node < spec.nodes().size(); node++) {
            if (spec.nodes().get(node).operation() instanceof BatchNorm norm) {
                for (int i = spec.offset(node) + 3 * norm.width(); i < spec.offset(node + 1); i++) {
                    parameters[i] = 0.5f + Math.abs(parameters[i]);
                }
            }
        }
        return parameters;
    }

    /** One score for each row, far from 0, and cut where training has nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void targetsOfNetworksAreTurnedBack(int members) {
        LayerStyle style = new LayerStyle(ActivationFunction.MISH, false, LayerStyle.Norm.NONE, 0, true);
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1, 2), List.of(), List.of(), 0, 0, true);
        NetworkSpec spec = new Architecture(inputs, new Mlp(List.of(8), style), members).network(1);
        Target target = new Target(1e6f, 2e5f, 8e5f, 1.1e6f);
        List<float[]> sets = List.of(parameters(spec, 1), parameters(spec, 2));
        assertSame(model(
                TaskType.REGRESSION,
                EncoderSpec.NETWORK,
                encoded -> NetworkModel.of(spec, sets, Link.IDENTITY, target)));
    }
}
