package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void manyLayersCostWhatTheyMultiply() {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1), List.of(), List.of(), 0, 0, false);
        NetworkSpec narrow = new Architecture(inputs, new Mlp(List.of(8), STYLE), 1).network(1);
        NetworkSpec wide = new Architecture(inputs, new Mlp(List.of(64, 64), STYLE), 1).network(1);
        assertThat(wide.cost()).isBetween(64 * 64L, 2 * 64 * 64L);
        assertThat(narrow.cost()).isLessThan(100);
    }
}
