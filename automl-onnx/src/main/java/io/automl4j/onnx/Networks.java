package io.automl4j.onnx;

import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/** A network as nodes of a graph, in single precision. */
final class Networks {
    private Networks() {}

    /** The scores of encoded rows, {@code [rows × members × scores]}. */
    static Value scores(Graph graph, NetworkSpec spec, float[] parameters, Value rows) {
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < spec.nodes().size(); i++) {
            NetworkNode node = spec.nodes().get(i);
            Value in = node.inputs().isEmpty() ? rows : joined(graph, node, given);
            given.add(node.operation().accept(new NetworkStep(graph, parameters, spec.offset(i), in)));
        }
        return graph.reshape(given.get(given.size() - 1), 0, spec.members(), spec.scores());
    }

    private static Value joined(Graph graph, NetworkNode node, List<Value> given) {
        List<Value> in = node.inputs().stream().map(given::get).toList();
        if (in.size() == 1) {
            return in.get(0);
        }
        return switch (node.join()) {
            case SUM ->
                in.stream()
                        .reduce((left, right) -> graph.add("Add", left, right))
                        .orElseThrow();
            case CONCAT -> graph.concat(in, -1);
            case GATED -> graph.add("Mul", in.get(0), graph.add("Sigmoid", in.get(1)));
        };
    }
}
