package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NetworkSpecTest {
    private static final LayerStyle STYLE =
            new LayerStyle(ActivationFunction.RELU, false, LayerStyle.Norm.NONE, 0, false);

    private static NetworkSpec allKinds(int members) {
        NetworkInputs inputs =
                new NetworkInputs(List.of(0, 2), List.of(1), List.of(new Embedding(3, 5, 2)), 3, 4, true);
        LayerStyle style = new LayerStyle(ActivationFunction.MISH, true, LayerStyle.Norm.LAYER, 0.1f, true);
        return new Architecture(inputs, new ResNet(6, 2, 1.5, 0.2f, style), members).network(3);
    }

    /** {@code relu(x W + b) v + c} by hand. */
    @Test
    void predictsByItsFormula() {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 0, 0, false);
        NetworkSpec spec = new Architecture(inputs, new Mlp(List.of(2), STYLE), 1).network(1);
        float[] parameters = {1, 2, 3, 4, -10, 0.5f, 2, -1, 0.25f};
        assertThat(spec.parameters()).isEqualTo(parameters.length);
        // sums 1·1 + 2·3 - 10 = -3 and 1·2 + 2·4 + 0.5 = 10.5
        assertThat(spec.predict(parameters, new float[] {1, 2}, 2, 1)).containsExactly(-10.5f + 0.25f);
    }

    @Test
    void membersGiveRowsOfTheirOwn() {
        NetworkSpec spec = allKinds(4);
        assertThat(spec.members()).isEqualTo(4);
        assertThat(spec.columns()).isEqualTo(4);
        assertThat(spec.predict(new float[spec.parameters()], new float[8], 4, 2))
                .hasSize(2 * 4 * 3);
    }

    @Test
    void comesBackFromAFile() {
        for (int members : new int[] {1, 3}) {
            NetworkSpec spec = allKinds(members);
            assertThat(NetworkSpec.load(spec.save())).isEqualTo(spec).hasSameHashCodeAs(spec);
        }
    }

    /** As in a damaged file: a prediction would depend on the place of a row in its batch. */
    @Test
    void membersAreThoseThatWereMade() {
        NetworkBuilder scaled = new NetworkBuilder();
        int columns = scaled.source(Columns.first(3));
        scaled.then(columns, new Scaling(2, 3, false));
        assertThatThrownBy(scaled::build).hasMessageContaining("Scaling").hasMessageContaining("is given 1 members");
        NetworkBuilder dense = new NetworkBuilder();
        int members = dense.then(dense.source(Columns.first(3)), new Members(4, 3));
        dense.then(members, new MemberDense(3, new Dense(3, 1, false)));
        assertThatThrownBy(dense::build).hasMessageContaining("MemberDense").hasMessageContaining("is given 4 members");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        NetworkBuilder network = new NetworkBuilder();
        int columns = network.source(Columns.first(3));
        network.then(columns, new Dense(4, 1, false));
        assertThatThrownBy(network::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Node 1, Dense[inputs=4")
                .hasMessageContaining("rows of width 3");
        NetworkNode loop = new NetworkNode(new Dense(1, 1, false), List.of(0), Join.SUM);
        assertThatThrownBy(() -> NetworkSpec.of(List.of(loop))).hasMessageContaining("Node 0 takes from node 0");
        assertThatThrownBy(() -> NetworkSpec.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDamagedFileIsRefused() {
        Node node = allKinds(1).save();
        List<Node> nodes = node.nodes("nodes");
        assertThatThrownBy(() -> NetworkSpec.load(new Node().put("nodes", nodes.subList(1, nodes.size()))))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged");
        Node unknown = new Node().put("kind", "convolution");
        assertThatThrownBy(() -> Operation.load(unknown))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'convolution'");
    }

    /** A few bytes that would fill the memory of whoever predicts, or take for ever. */
    @Test
    void aFileThatAsksForFarMoreThanItBringsIsRefused() {
        NetworkBuilder doubled = new NetworkBuilder();
        int last = doubled.source(Columns.first(1));
        for (int width = 2; width <= 1 << 20; width *= 2) {
            last = doubled.add(new Identity(width), List.of(last, last), Join.CONCAT);
        }
        assertRefused(doubled.build(), "It computes 4194301 values of 1 parameters");

        NetworkBuilder many = new NetworkBuilder();
        many.then(many.source(Columns.first(1)), new Members(65, 1));
        assertRefused(many.build(), "Node 1 makes 65 members");
    }

    /** The bound leaves room to every network that can be trained. */
    @ParameterizedTest
    @EnumSource(LayerStyle.Norm.class)
    void noShapeAsksForTooMuch(LayerStyle.Norm norm) {
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, true, norm, 0.1f, true);
        for (int width : new int[] {1, 2, 16, 512}) {
            for (int layers : new int[] {1, 3, 16}) {
                for (int members : new int[] {1, 2, 16}) {
                    for (int columns : new int[] {1, 2, 300}) {
                        assertComesBack(new Mlp(Collections.nCopies(layers, width), style), columns, members);
                        assertComesBack(new ResNet(width, layers, 1, 0.2f, style), columns, members);
                    }
                }
            }
        }
    }

    private static void assertComesBack(Body body, int columns, int members) {
        List<Integer> numbers = IntStream.range(0, columns).boxed().toList();
        for (NetworkInputs inputs : List.of(
                new NetworkInputs(numbers, List.of(), List.of(), 16, 4, true),
                new NetworkInputs(List.of(), numbers, List.of(new Embedding(columns, 1, 1)), 0, 0, true))) {
            NetworkSpec spec = new Architecture(inputs, body, members).network(1);
            assertThat(NetworkSpec.load(spec.save())).isEqualTo(spec);
        }
    }

    private static void assertRefused(NetworkSpec spec, String what) {
        assertThatThrownBy(() -> NetworkSpec.load(spec.save()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining(what);
    }

    @Test
    void numbersOfParametersThatNoArrayHoldsAreRefused() {
        for (Operation operation : List.of(
                new Embedding(0, Integer.MAX_VALUE, 2), new Embedding(0, 1 << 16, 1 << 16), Columns.of(1 << 30))) {
            Node source = new NetworkNode(operation, List.of(), Join.SUM).save();
            Node dense = new NetworkNode(new Dense(1 << 16, 1 << 16, false), List.of(0), Join.SUM).save();
            Node node = new Node().put("nodes", List.of(source, dense));
            assertThatThrownBy(() -> NetworkSpec.load(node)).isInstanceOf(ModelFileException.class);
        }
    }

    @Test
    void manyLayersCostWhatTheyMultiply() {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 0, 0, false);
        NetworkSpec narrow = new Architecture(inputs, new Mlp(List.of(8), STYLE), 1).network(1);
        NetworkSpec wide = new Architecture(inputs, new Mlp(List.of(64, 64), STYLE), 1).network(1);
        assertThat(wide.cost()).isBetween(64 * 64L / 4, 64 * 64L / 2);
        assertThat(narrow.cost()).isLessThan(100);
    }
}
