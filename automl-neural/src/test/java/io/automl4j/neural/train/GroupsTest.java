package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The recipe of RealMLP (arXiv:2407.04491, table A.1), and where parameters begin. */
final class GroupsTest {
    private static final int WIDTH = 200;

    private static NetworkSpec network(int members, boolean tangent, Norm norm) {
        NetworkInputs inputs =
                new NetworkInputs(List.of(0, 1), List.of(), List.of(new Embedding(2, 30, 8)), 4, 3, tangent);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, true, norm, 0, tangent);
        return new Architecture(inputs, new Mlp(List.of(WIDTH, WIDTH), style), members).network(3);
    }

    /** The group of the first parameter of the operations of a type, in their order, and of the last one. */
    private static List<Group> groups(NetworkSpec spec, Class<? extends Operation> type, boolean last) {
        return IntStream.range(0, spec.nodes().size())
                .filter(node -> type.isInstance(spec.nodes().get(node).operation()))
                .mapToObj(node -> {
                    int at = last ? spec.offset(node + 1) - 1 : spec.offset(node);
                    return Groups.of(spec).stream()
                            .filter(group -> group.from() <= at && at < group.to())
                            .findFirst()
                            .orElseThrow();
                })
                .toList();
    }

    private static void assertGroups(
            NetworkSpec spec, Class<? extends Operation> type, boolean last, double rate, boolean decayed) {
        assertThat(groups(spec, type, last))
                .as(type.getSimpleName())
                .isNotEmpty()
                .allSatisfy(group -> {
                    assertThat((double) group.rate()).isCloseTo(rate, within(1e-6));
                    assertThat(group.decayed()).isEqualTo(decayed);
                });
    }

    @Test
    void realMlpLearnsItsPartsAtDifferentRates() {
        NetworkSpec spec = network(1, true, Norm.BATCH);
        assertGroups(spec, Dense.class, false, 1, true);
        assertGroups(spec, Dense.class, true, 0.1, false);
        assertGroups(spec, Scaling.class, false, 6, true);
        assertGroups(spec, Periodic.class, false, 0.1, true);
        assertGroups(spec, Periodic.class, true, 0.1, false);
        assertGroups(spec, Embedding.class, false, 1, true);
        assertGroups(spec, Activation.class, false, 0.1, true);
        assertGroups(spec, BatchNorm.class, false, 1, false);
        assertGroups(spec, BatchNorm.class, true, 0, false);
        assertThat(Groups.of(spec).get(0).from()).isZero();
        assertThat(Groups.of(spec).get(Groups.of(spec).size() - 1).to()).isEqualTo(spec.parameters());
    }

    @Test
    void otherNetworksLearnAllAtOneRate() {
        NetworkSpec spec = network(1, false, Norm.LAYER);
        assertGroups(spec, Dense.class, true, 1, false);
        assertGroups(spec, Periodic.class, false, 1, true);
        assertGroups(spec, Embedding.class, false, 1, true);
        assertGroups(spec, LayerNorm.class, false, 1, false);
    }

    private static float[] part(NetworkSpec spec, float[] parameters, int node) {
        return Arrays.copyOfRange(parameters, spec.offset(node), spec.offset(node + 1));
    }

    @Test
    void weightsBeginOfOrderOneAndTheHeadAtZero() {
        NetworkSpec spec = network(1, true, Norm.NONE);
        float[] parameters = Initialisation.draw(spec, 0.1, new SplittableRandom(1));
        int head = spec.nodes().size() - 1;
        assertThat(part(spec, parameters, head)).containsOnly(0);
        float[] hidden = part(spec, parameters, head - 2);
        double square = 0;
        for (float weight : hidden) {
            square += (double) weight * weight / hidden.length;
        }
        assertThat(square).isCloseTo(1, within(0.05));
    }

    @Test
    void membersDifferByTheirFirstFactorsOnly() {
        NetworkSpec spec = network(4, false, Norm.NONE);
        float[] parameters = Initialisation.draw(spec, 0.1, new SplittableRandom(1));
        int seen = 0;
        for (int node = 0; node < spec.nodes().size(); node++) {
            if (spec.nodes().get(node).operation() instanceof Scaling scaling && scaling.sets() > 1) {
                float[] factors = Arrays.copyOf(part(spec, parameters, node), scaling.sets() * scaling.width());
                if (seen++ == 0) {
                    assertThat(factors).containsOnly(1, -1).contains(1, -1);
                } else {
                    assertThat(factors).containsOnly(1);
                }
            }
        }
        assertThat(seen).isGreaterThan(2);
    }
}
