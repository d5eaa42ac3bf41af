package io.automl4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.Identity;
import io.automl4j.model.network.Join;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkBuilder;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.model.network.ResNet;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import io.automl4j.neural.train.Loss;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The same network by DL4J: what it predicts, its loss, its gradients, its files. */
final class Dl4jNetworkTest {
    private static final int ROWS = 8;
    private static final int WIDTH = 6;
    private static final int SCORES = 3;
    private static final int LEVELS = 4;
    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path directory;

    @BeforeAll
    static void oneThread() {
        OneThread.pin();
    }

    static Stream<Arguments> networks() {
        Stream<Arguments> mlps = Stream.of(ActivationFunction.values())
                .flatMap(function -> Stream.of(Norm.values())
                        .map(norm -> Arguments.of(
                                "MLP, %s, %s".formatted(function, norm),
                                mlp(new LayerStyle(function, false, norm, 0, false), 1))));
        Stream<Arguments> mixed = Stream.of(ActivationFunction.values())
                .map(function -> Arguments.of(
                        "mixed %s".formatted(function), mlp(new LayerStyle(function, true, Norm.NONE, 0, true), 1)));
        Stream<Arguments> others = Stream.of(
                Arguments.of("members", mlp(new LayerStyle(ActivationFunction.MISH, true, Norm.LAYER, 0, true), 3)),
                Arguments.of("ResNet", resNet(Norm.BATCH, 1)),
                Arguments.of("ResNet by rows", resNet(Norm.LAYER, 1)),
                Arguments.of("ResNet of members", resNet(Norm.NONE, 2)),
                Arguments.of("gated", gated()));
        return Stream.of(mlps, mixed, others).flatMap(arguments -> arguments);
    }

    private static NetworkInputs inputs() {
        return new NetworkInputs(List.of(0, 2), List.of(3, 4), List.of(new Embedding(5, LEVELS, 2)), 3, 4, true);
    }

    private static NetworkSpec mlp(LayerStyle style, int members) {
        return new Architecture(inputs(), new Mlp(List.of(5, 4), style), members).network(SCORES);
    }

    private static NetworkSpec resNet(Norm norm, int members) {
        LayerStyle style = new LayerStyle(ActivationFunction.SILU, false, norm, 0, false);
        return new Architecture(inputs(), new ResNet(4, 2, 1.5, 0, style), members).network(SCORES);
    }

    private static NetworkSpec gated() {
        NetworkBuilder network = new NetworkBuilder();
        int columns = network.source(Columns.of(0, 1, 2));
        int values = network.then(columns, new Dense(3, 4, 1));
        int gates = network.then(columns, new Dense(3, 4, 1));
        int gated = network.add(new Identity(4), List.of(values, gates), Join.GATED);
        network.add(new Dense(8, SCORES, 1), List.of(gated, values), Join.CONCAT);
        return network.build();
    }

    private static float[] drawn(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Random parameters, but variances are positive. */
    private static float[] parameters(NetworkSpec spec) {
        float[] parameters = drawn(spec.parameters(), new SplittableRandom(3));
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] /= 2; // DL4J takes no logarithm of less than 1e-10
        }
        for (int node = 0; node < spec.nodes().size(); node++) {
            Operation operation = spec.nodes().get(node).operation();
            if (operation instanceof BatchNorm norm) {
                for (int i = spec.offset(node) + 3 * norm.width(); i < spec.offset(node + 1); i++) {
                    parameters[i] = 0.5f + Math.abs(parameters[i]);
                }
            }
        }
        return parameters;
    }

    private static EncodedRows rows() {
        float[] rows = drawn(ROWS * WIDTH, new SplittableRandom(4));
        for (int row = 0; row < ROWS; row++) {
            // codes, one of them unknown
            rows[row * WIDTH + WIDTH - 1] = row % (LEVELS + 1);
        }
        List<Feature> features = IntStream.range(0, WIDTH)
                .mapToObj(i -> new Feature("x" + i, i == WIDTH - 1 ? LEVELS : 0))
                .toList();
        return EncodedRows.of(features, rows, ROWS);
    }

    private static Dl4jNetwork network(NetworkSpec spec, DataType type) {
        return Dl4jNetwork.of(spec, parameters(spec), true, new Sgd(0.1), type);
    }

    /** The mean of what members say, as doubles. */
    private static double[] predicted(NetworkSpec spec, INDArray output) {
        double[] values = output.castTo(DataType.DOUBLE).dup('c').data().asDouble();
        double[] means = new double[ROWS * SCORES];
        for (int i = 0; i < values.length; i++) {
            int row = i / SCORES / spec.members();
            means[row * SCORES + i % SCORES] += values[i] / spec.members();
        }
        return means;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void predictsTheSame(String name, NetworkSpec spec) {
        Dl4jNetwork network = network(spec, DataType.FLOAT);
        float[] ours = new float[ROWS * SCORES];
        NetworkModel.of(spec, List.of(parameters(spec)), Link.SOFTMAX, NetworkModel.Target.PLAIN)
                .predict(rows(), ours);
        double[] theirs = predicted(spec, network.graph().outputSingle(network.inputs(rows())));
        for (int i = 0; i < ours.length; i++) {
            assertThat((double) ours[i]).isCloseTo(theirs[i], within(1e-5));
        }
        assertThat(network.parameters()).containsExactly(parameters(spec), within(1e-6f));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void hasTheSameLossAndGradients(String name, NetworkSpec spec) {
        int members = spec.members();
        float[] targets = new float[ROWS * SCORES];
        double[] repeated = new double[ROWS * members * SCORES];
        for (int row = 0; row < ROWS; row++) {
            targets[row * SCORES + row % SCORES] = 1;
            for (int member = 0; member < members; member++) {
                repeated[(row * members + member) * SCORES + row % SCORES] = 1;
            }
        }
        Weights weights = Weights.of(parameters(spec));
        TrainingGraph training = new TrainingGraph(spec, weights, WIDTH, ROWS, Gemms.forThread());
        System.arraycopy(rows().values(), 0, training.input(), 0, ROWS * WIDTH);
        training.forward(ROWS, new SplittableRandom(1));
        float[] equal = new float[ROWS];
        Arrays.fill(equal, 1);
        Loss.Batch batch = new Loss.Batch(training.scores(), targets, equal, ROWS, members, SCORES);
        double loss = new Loss.CrossEntropy(0).gradients(batch, training.scoreGradients());
        training.backward(ROWS);

        Dl4jNetwork network = network(spec, DataType.DOUBLE);
        ComputationGraph graph = network.graph();
        graph.setInputs(network.inputs(rows()));
        graph.setLabels(Nd4j.create(repeated, new long[] {(long) ROWS * members, SCORES}, 'c'));
        graph.computeGradientAndScore();
        double[] theirs = new double[spec.parameters()];
        List<Slot> slots = new ArrayList<>(Slots.of(spec));
        // running statistics have no gradients
        slots.removeIf(slot -> slot.key().endsWith("_mean") || slot.key().endsWith("_var"));
        for (Slot slot : slots) {
            slot.writeGradient(graph.gradient().getGradientFor(slot.key()), theirs);
        }
        for (Slot slot : slots) {
            double difference = 0;
            double length = 0;
            for (int k = 0; k < slot.count(); k++) {
                int i = slot.index(k);
                double wanted = theirs[i] / (ROWS * members);
                difference += Math.pow(weights.gradients()[i] - wanted, 2);
                length += Math.pow(wanted, 2);
            }
            assertThat(Math.sqrt(difference)).as(slot.key()).isLessThanOrEqualTo(TOLERANCE * Math.sqrt(length) + 1e-7);
        }
        assertThat(loss).isCloseTo(graph.score(), within(1e-4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void aFileOfDl4jHoldsIt(String name, NetworkSpec spec) throws IOException {
        Dl4jNetwork network = network(spec, DataType.FLOAT);
        File file = directory.resolve("graph.zip").toFile();
        ModelSerializer.writeModel(network.graph(), file, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
        assertThat(restored.getConfiguration()).isEqualTo(network.graph().getConfiguration());
        INDArray before = network.graph().outputSingle(network.inputs(rows()));
        assertThat(restored.outputSingle(network.inputs(rows()))).isEqualTo(before);
    }
}
