package io.automl4j.neural.train;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ParameterVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parameters of a network are learned how fast, and which of them decay: the factors of RealMLP (Holzmüller et al.
 * 2024, arXiv:2407.04491, table A.1) in the neural-tangent parametrisation, else 1 for all. Biases do not decay, nor what
 * members and norms scale by. Running statistics are not learned by gradients.
 */
public final class Groups implements ParameterVisitor {
    private static final float SCALING = 6;
    private static final float SLOW = 0.1f;

    private final List<Group> groups = new ArrayList<>();
    private final boolean tangent;
    private int at;

    private Groups(boolean tangent) {
        this.tangent = tangent;
    }

    /**
     * The groups of a network.
     *
     * @param spec the network
     * @return groups in the order of the parameters
     */
    public static List<Group> of(NetworkSpec spec) {
        boolean tangent =
                spec.nodes().stream().anyMatch(node -> node.operation() instanceof Dense layer && layer.tangent());
        Groups collected = new Groups(tangent);
        for (int node = 0; node < spec.nodes().size(); node++) {
            collected.at = spec.offset(node);
            spec.nodes().get(node).operation().accept(collected);
        }
        return List.copyOf(collected.groups);
    }

    private int add(int count, float rate, boolean decayed) {
        if (count > 0) {
            groups.add(new Group(at, at + count, rate, decayed));
        }
        at += count;
        return at;
    }

    @Override
    public int at() {
        return at;
    }

    @Override
    public Integer embedding(Embedding operation) {
        return add(operation.parameters(), 1, true);
    }

    @Override
    public Integer periodic(Periodic operation) {
        int waves = operation.features() * operation.frequencies();
        int biases = operation.features() * (operation.dimension() - 1);
        float rate = tangent ? SLOW : 1;
        add(waves, rate, true);
        add(waves, rate, false);
        add(operation.parameters() - 2 * waves - biases, rate, true);
        return add(biases, rate, false);
    }

    @Override
    public Integer scaling(Scaling operation) {
        boolean layer = operation.sets() == 1;
        return add(operation.parameters(), layer && tangent ? SCALING : 1, layer);
    }

    @Override
    public Integer dense(Dense operation) {
        add(operation.inputs() * operation.outputs(), 1, true);
        return add(operation.outputs(), operation.tangent() ? SLOW : 1, false);
    }

    @Override
    public Integer activation(Activation operation) {
        return add(operation.parameters(), tangent ? SLOW : 1, true);
    }

    @Override
    public Integer batchNorm(BatchNorm operation) {
        add(2 * operation.width(), 1, false);
        return add(2 * operation.width(), 0, false);
    }

    @Override
    public Integer layerNorm(LayerNorm operation) {
        return add(operation.parameters(), 1, false);
    }

    @Override
    public Integer memberDense(MemberDense operation) {
        for (int member = 0; member < operation.count(); member++) {
            dense(operation.layer());
        }
        return add(0, 1, false);
    }
}
