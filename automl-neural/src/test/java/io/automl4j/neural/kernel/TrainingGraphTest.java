package io.automl4j.neural.kernel;

import static io.automl4j.testkit.SampleNetworks.SCORES;
import static io.automl4j.testkit.SampleNetworks.WIDTH;
import static io.automl4j.testkit.SampleNetworks.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.model.network.NetworkSpec;
import io.automl4j.testkit.SampleNetworks;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores and gradients against a network in double precision, whose gradients are finite differences. */
final class TrainingGraphTest {
    private static final int ROWS = 7;
    private static final double TOLERANCE = 1e-4;

    static Stream<Arguments> networks() {
        return SampleNetworks.all().entrySet().stream()
                .map(network -> Arguments.of(network.getKey(), network.getValue()));
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
        float[] parameters = normal(spec.parameters(), random);
        float[] rows = SampleNetworks.rows(ROWS, random).values();
        float[] directions = normal(ROWS * spec.members() * SCORES, random);
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
