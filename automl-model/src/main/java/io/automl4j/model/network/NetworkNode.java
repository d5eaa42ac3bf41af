package io.automl4j.model.network;

import io.automl4j.model.file.Node;
import java.util.Arrays;
import java.util.List;

/**
 * A node of a network.
 *
 * @param operation what it does
 * @param inputs the numbers of the nodes that it takes from, all smaller than its own; none if it reads encoded rows
 * @param join how they become one row; {@link Join#SUM} of a single one is that one
 */
public record NetworkNode(Operation operation, List<Integer> inputs, Join join) {

    /** Copies the list. */
    public NetworkNode {
        inputs = List.copyOf(inputs);
    }

    static NetworkNode load(Node node) {
        return new NetworkNode(
                Operation.load(node.node("operation")),
                Arrays.stream(node.ints("inputs")).boxed().toList(),
                Names.constant(Join.class, node.text("join")));
    }

    Node save() {
        return new Node()
                .put("operation", operation.save())
                .put("inputs", inputs.stream().mapToInt(Integer::intValue).toArray())
                .put("join", Names.of(join));
    }
}
