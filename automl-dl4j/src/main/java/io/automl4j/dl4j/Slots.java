package io.automl4j.dl4j;

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

/** Which parameter arrays of a graph hold which parameters of a network. */
final class Slots implements ParameterVisitor {
    private final List<Slot> slots = new ArrayList<>();
    private String name = "";
    private int at;

    private Slots() {}

    /** The arrays of all nodes. */
    static List<Slot> of(NetworkSpec spec) {
        Slots collected = new Slots();
        for (int node = 0; node < spec.nodes().size(); node++) {
            collected.visit(spec, node);
        }
        return List.copyOf(collected.slots);
    }

    /** The arrays of a node: weights first, then biases. */
    static List<Slot> of(NetworkSpec spec, int node) {
        Slots collected = new Slots();
        collected.visit(spec, node);
        return List.copyOf(collected.slots);
    }

    private void visit(NetworkSpec spec, int node) {
        name = NodeNames.of(node);
        at = spec.offset(node);
        spec.nodes().get(node).operation().accept(this);
    }

    private int add(String key, int count, double factor) {
        slots.add(new Slot(name + "_" + key, at, 1, count, count, factor));
        at += count;
        return at;
    }

    @Override
    public int at() {
        return at;
    }

    @Override
    public Integer embedding(Embedding operation) {
        return add("W", operation.parameters(), 1);
    }

    @Override
    public Integer periodic(Periodic operation) {
        int waves = operation.features() * operation.frequencies();
        int own = operation.dimension() - 1;
        add(PeriodicLayer.FREQUENCIES, waves, 1);
        add(PeriodicLayer.PHASES, waves, 1);
        add(PeriodicLayer.WEIGHTS, waves * own, 1);
        return add(PeriodicLayer.BIASES, operation.features() * own, 1);
    }

    @Override
    public Integer scaling(Scaling operation) {
        int count = operation.sets() * operation.width();
        add(ScalingLayer.FACTORS, count, 1);
        return operation.shifted() ? add(ScalingLayer.SUMMANDS, count, 1) : at;
    }

    /** DL4J's dense layers have no gain: it goes into the weights. */
    @Override
    public Integer dense(Dense operation) {
        add("W", operation.inputs() * operation.outputs(), operation.gain());
        return add("b", operation.outputs(), 1);
    }

    @Override
    public Integer activation(Activation operation) {
        return operation.mixed() ? add(FunctionLayer.SHARES, operation.width(), 1) : at;
    }

    @Override
    public Integer batchNorm(BatchNorm operation) {
        add("gamma", operation.width(), 1);
        add("beta", operation.width(), 1);
        add("mean", operation.width(), 1);
        return add("var", operation.width(), 1);
    }

    @Override
    public Integer layerNorm(LayerNorm operation) {
        add(LayerNormLayer.FACTORS, operation.width(), 1);
        return add(LayerNormLayer.SUMMANDS, operation.width(), 1);
    }

    @Override
    public Integer memberDense(MemberDense operation) {
        Dense layer = operation.layer();
        int products = layer.inputs() * layer.outputs();
        int stride = layer.parameters();
        slots.add(
                new Slot(name + "_" + MemberDenseLayer.WEIGHTS, at, operation.count(), products, stride, layer.gain()));
        slots.add(new Slot(
                name + "_" + MemberDenseLayer.BIASES, at + products, operation.count(), layer.outputs(), stride, 1));
        return at + operation.parameters();
    }
}
