package io.automl4j.dl4j;

import static io.automl4j.testkit.SampleNetworks.SCORES;
import static io.automl4j.testkit.SampleNetworks.WIDTH;
import static io.automl4j.testkit.SampleNetworks.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import io.automl4j.neural.train.Loss;
import io.automl4j.testkit.SampleNetworks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path directory;

    @BeforeAll
    static void oneThread() {
        OneThread.pin();
    }

    static Stream<Arguments> networks() {
        return SampleNetworks.all().entrySet().stream()
                .map(network -> Arguments.of(network.getKey(), network.getValue()));
    }

    /** Random parameters, but variances are positive. */
    private static float[] parameters(NetworkSpec spec) {
        float[] parameters = normal(spec.parameters(), new SplittableRandom(3));
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
        return SampleNetworks.rows(ROWS, new SplittableRandom(4));
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
