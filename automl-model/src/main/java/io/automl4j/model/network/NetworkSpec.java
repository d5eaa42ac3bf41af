package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A network: nodes in topological order, the last of which gives the scores. Together with a flat array of parameters it
 * predicts. Parameters are those of the nodes in their order, each laid out as its operation says.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class NetworkSpec {
    /** Learners make 16 members at most, … */
    private static final int MOST_MEMBERS = 64;
    /** … and at most four values with each parameter. */
    private static final long MOST_VALUES = 8;

    private static final long ALWAYS_FINE = 4096;

    private final List<NetworkNode> nodes;
    /** For each node where its parameters begin, then their number. */
    private final int[] offsets;
    /** For each node into how many rows a row has been made there. */
    private final int[] members;

    private final int columns;

    private NetworkSpec(List<NetworkNode> nodes) {
        this.nodes = List.copyOf(nodes);
        this.offsets = new int[nodes.size() + 1];
        this.members = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            offsets[i + 1] = Math.addExact(offsets[i], nodes.get(i).operation().parameters());
            members[i] = check(i);
        }
        this.columns = nodes.stream()
                .map(NetworkNode::operation)
                .filter(Operation::isSource)
                .mapToInt(Operation::inputs)
                .max()
                .orElse(0);
    }

    /**
     * A network.
     *
     * @param nodes in topological order
     * @return the network
     * @throws IllegalArgumentException if there is none, or widths do not fit
     */
    public static NetworkSpec of(List<NetworkNode> nodes) {
        Checks.positive(nodes.size(), "nodes");
        return new NetworkSpec(nodes);
    }

    /** Checks a node and says into how many rows a row has been made after it. */
    private int check(int number) {
        NetworkNode node = nodes.get(number);
        Operation operation = node.operation();
        Checks.argument(
                operation.isSource() == node.inputs().isEmpty(),
                "Node %d, %s, has the inputs %s.",
                number,
                operation,
                node.inputs());
        if (operation.isSource()) {
            return 1;
        }
        for (int input : node.inputs()) {
            Checks.argument(input >= 0 && input < number, "Node %d takes from node %d.", number, input);
        }
        int width = node.join().width(widths(node));
        Checks.argument(
                width == operation.inputs(), "Node %d, %s, is given rows of width %d.", number, operation, width);
        long different =
                node.inputs().stream().map(input -> members[input]).distinct().count();
        Checks.argument(different == 1, "Node %d takes from nodes before and after members.", number);
        int before = members[node.inputs().get(0)];
        if (operation instanceof Members made) {
            Checks.argument(before == 1, "Node %d makes members of members.", number);
            return made.count();
        }
        Checks.argument(
                !(operation instanceof Scaling scaling) || scaling.sets() == 1 || scaling.sets() == before,
                "Node %d, %s, is given %d members.",
                number,
                operation,
                before);
        Checks.argument(
                !(operation instanceof MemberDense dense) || dense.count() == before,
                "Node %d, %s, is given %d members.",
                number,
                operation,
                before);
        return before;
    }

    /**
     * Refuses a network that computes far more values than it has parameters, which no learner makes: a small file must
     * need neither much memory nor much time.
     */
    private void checkWork() {
        long given = parameters();
        long values = 0;
        for (int i = 0; i < nodes.size(); i++) {
            NetworkNode node = nodes.get(i);
            int outputs = node.operation().outputs();
            Checks.argument(members[i] <= MOST_MEMBERS, "Node %d makes %d members.", i, members[i]);
            given += node.operation().isSource() ? outputs : 0;
            values += (long) members[i] * outputs;
            for (int width : widths(node)) {
                values += (long) members[i] * width;
            }
        }
        Checks.argument(
                values <= ALWAYS_FINE + MOST_VALUES * given,
                "It computes %d values of %d parameters and columns.",
                values,
                given);
    }

    /** The widths of what a node takes. */
    List<Integer> widths(NetworkNode node) {
        return node.inputs().stream()
                .map(input -> nodes.get(input).operation().outputs())
                .toList();
    }

    /**
     * The network that a node holds.
     *
     * @param node what {@link #save} wrote
     * @return the network
     * @throws ModelFileException if the node is damaged
     */
    public static NetworkSpec load(Node node) {
        try {
            NetworkSpec spec =
                    of(node.nodes("nodes").stream().map(NetworkNode::load).toList());
            spec.checkWork();
            return spec;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException("The model file is damaged: %s".formatted(e.getMessage()), e);
        }
    }

    /**
     * This network as a node of a model file.
     *
     * @return a new node
     */
    public Node save() {
        return new Node().put("nodes", nodes.stream().map(NetworkNode::save).toList());
    }

    /**
     * The nodes.
     *
     * @return the nodes in topological order
     */
    public List<NetworkNode> nodes() {
        return nodes;
    }

    /**
     * How many parameters there are.
     *
     * @return the length of the flat array
     */
    public int parameters() {
        return offsets[nodes.size()];
    }

    /**
     * Where a node's parameters begin.
     *
     * @param node its number
     * @return the index in the flat array
     */
    public int offset(int node) {
        return offsets[node];
    }

    /**
     * Into how many rows a row has been made after a node.
     *
     * @param node its number
     * @return 1, or the number of members
     */
    public int members(int node) {
        return members[node];
    }

    /**
     * Into how many rows a row is made in the end.
     *
     * @return 1, or the number of members of a shared-weight ensemble
     */
    public int members() {
        return members[nodes.size() - 1];
    }

    /**
     * The scores of a row.
     *
     * @return the width of the last node
     */
    public int scores() {
        return nodes.get(nodes.size() - 1).operation().outputs();
    }

    /**
     * The least width of encoded rows.
     *
     * @return columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Elementary operations to predict a row.
     *
     * @return operations of about a nanosecond each
     */
    public long cost() {
        long cost = 0;
        for (int i = 0; i < nodes.size(); i++) {
            cost += members[i] * nodes.get(i).operation().cost();
        }
        return cost;
    }

    /**
     * Predicts scores.
     *
     * @param parameters the flat array
     * @param rows {@code [count × width]} encoded rows
     * @param width their width
     * @param count their number
     * @return {@code [count × members × scores]}
     */
    public float[] predict(float[] parameters, float[] rows, int width, int count) {
        List<float[]> given = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NetworkNode node = nodes.get(i);
            Operation operation = node.operation();
            float[] out = new float[Math.multiplyExact(count * members[i], operation.outputs())];
            if (operation.isSource()) {
                operation.predict(parameters, offsets[i], rows, width, out, count);
            } else {
                int incoming = count * members[node.inputs().get(0)];
                float[] in = joined(node, given, incoming);
                operation.predict(parameters, offsets[i], in, operation.inputs(), out, incoming);
            }
            given.add(out);
        }
        return given.get(nodes.size() - 1);
    }

    private float[] joined(NetworkNode node, List<float[]> given, int rows) {
        if (node.inputs().size() == 1) {
            return given.get(node.inputs().get(0));
        }
        List<float[]> ins = node.inputs().stream().map(given::get).toList();
        float[] joined = new float[Math.multiplyExact(rows, node.operation().inputs())];
        node.join().join(ins, widths(node), joined, rows);
        return joined;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkSpec that && nodes.equals(that.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return "NetworkSpec[%d nodes, %d parameters]".formatted(nodes.size(), parameters());
    }
}
