package io.automl4j.model.network;

import java.util.ArrayList;
import java.util.List;

/** Collects the nodes of a network, each added to what is there. Not thread-safe. */
public final class NetworkBuilder {
    private final List<NetworkNode> nodes = new ArrayList<>();

    /**
     * Adds a node that reads encoded rows.
     *
     * @param operation a source
     * @return the node's number
     */
    public int source(Operation operation) {
        return add(operation, List.of(), Join.CONCAT);
    }

    /**
     * Adds a node after another one.
     *
     * @param input the number of the node that it takes from
     * @param operation what it does
     * @return the node's number
     */
    public int then(int input, Operation operation) {
        return add(operation, List.of(input), Join.SUM);
    }

    /**
     * Adds a node after several others.
     *
     * @param operation what it does
     * @param inputs the numbers of the nodes that it takes from
     * @param join how they become one row
     * @return the node's number
     */
    public int add(Operation operation, List<Integer> inputs, Join join) {
        nodes.add(new NetworkNode(operation, inputs, join));
        return nodes.size() - 1;
    }

    /**
     * What a node gives.
     *
     * @param node its number
     * @return values of a row
     */
    public int width(int node) {
        return nodes.get(node).operation().outputs();
    }

    /**
     * The network, whose last node gives the scores.
     *
     * @return the network
     * @throws IllegalArgumentException if widths do not fit
     */
    public NetworkSpec build() {
        return NetworkSpec.of(nodes);
    }
}
