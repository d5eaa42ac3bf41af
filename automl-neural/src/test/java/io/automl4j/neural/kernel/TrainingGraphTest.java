package io.automl4j.neural.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
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
import io.automl4j.model.network.ResNet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores and gradients against a network in double precision, whose gradients are finite differences. */
final class TrainingGraphTest {
    private static final int ROWS = 7;
    private static final int WIDTH = 6;
    private static final int SCORES = 3;
    private static final int LEVELS = 4;
    private static final double TOLERANCE = 1e-4;

    static Stream<Arguments> networks() {
        Stream<Arguments> mlps = Stream.of(ActivationFunction.values())
                .flatMap(function -> Stream.of(Norm.values())
                        .map(norm -> Arguments.of(
                                "MLP, %s, %s".formatted(function, norm),
                                mlp(new LayerStyle(function, false, norm, 0, false), 1))));
        Stream<Arguments> others = Stream.of(
                Arguments.of("mixed", mlp(new LayerStyle(ActivationFunction.SELU, true, Norm.NONE, 0, true), 1)),
                Arguments.of("members", mlp(new LayerStyle(ActivationFunction.MISH, true, Norm.BATCH, 0, true), 3)),
                Arguments.of("ResNet", resNet(Norm.BATCH, 1)),
                Arguments.of("ResNet by rows", resNet(Norm.LAYER, 1)),
                Arguments.of("ResNet of members", resNet(Norm.NONE, 2)),
                Arguments.of("gated", gated()));
        return Stream.concat(mlps, others);
    }

    /** All kinds of inputs: periodic numbers, flags, codes; a scaling layer. */
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

    private static float[] rows(SplittableRandom random) {
        float[] rows = drawn(ROWS * WIDTH, random);
        for (int row = 0; row < ROWS; row++) {
            // codes, one of them unknown
            rows[row * WIDTH + WIDTH - 1] = row % (LEVELS + 1);
        }
        return rows;
    }

    private static double[][] asDoubles(float[] rows) {
        double[][] doubles = new double[ROWS][WIDTH];
        for (int i = 0; i < rows.length; i++) {
            doubles[i / WIDTH][i % WIDTH] = rows[i];
        }
        return doubles;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientsAreFiniteDifferences(String name, NetworkSpec spec) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        float[] parameters = drawn(spec.parameters(), random);
        float[] rows = rows(random);
        float[] directions = drawn(ROWS * spec.members() * SCORES, random);
        Weights weights = Weights.of(parameters.clone());
        TrainingGraph graph = new TrainingGraph(spec, weights, WIDTH, ROWS, new JavaGemm());
        System.arraycopy(rows, 0, graph.input(), 0, rows.length);
        graph.forward(ROWS, random);
        System.arraycopy(directions, 0, graph.scoreGradients(), 0, directions.length);
        graph.backward(ROWS);

        double[] exact = new double[parameters.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = parameters[i];
        }
        ReferenceNetwork reference = new ReferenceNetwork(spec);
        double[][] scores = reference.scores(exact, asDoubles(rows));
        for (int i = 0; i < directions.length; i++) {
            assertThat((double) graph.scores()[i])
                    .isCloseTo(
                            scores[i / SCORES][i % SCORES],
                            within(1e-4 * (1 + Math.abs(scores[i / SCORES][i % SCORES]))));
        }
        for (int node = 0; node < spec.nodes().size(); node++) {
            assertBlock(spec, node, weights.gradients(), differences(reference, exact, rows, directions, spec, node));
        }
    }

    private static double[] differences(
            ReferenceNetwork reference,
            double[] parameters,
            float[] rows,
            float[] directions,
            NetworkSpec spec,
            int node) {
        double[] differences = new double[spec.offset(node + 1) - spec.offset(node)];
        double step = 1e-5;
        for (int i = 0; i < differences.length; i++) {
            double[] moved = parameters.clone();
            moved[spec.offset(node) + i] += step;
            double up = sum(reference.scores(moved, asDoubles(rows)), directions);
            moved[spec.offset(node) + i] -= 2 * step;
            double down = sum(reference.scores(moved, asDoubles(rows)), directions);
            differences[i] = (up - down) / (2 * step);
        }
        return differences;
    }

    private static double sum(double[][] scores, float[] directions) {
        double sum = 0;
        for (int i = 0; i < directions.length; i++) {
            sum += directions[i] * scores[i / SCORES][i % SCORES];
        }
        return sum;
    }

    /** ‖g - g'‖ / ‖g'‖ for the parameters of a node. */
    private static void assertBlock(NetworkSpec spec, int node, float[] gradients, double[] expected) {
        double distance = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = gradients[spec.offset(node) + i] - expected[i];
            distance += difference * difference;
            length += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(distance))
                .as("node %d, %s", node, spec.nodes().get(node).operation())
                .isLessThanOrEqualTo(TOLERANCE * Math.sqrt(length) + 1e-9);
    }
}
