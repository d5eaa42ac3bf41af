package io.automl4j.neural.kernel;

import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A network with all arrays that a batch needs, so that no step allocates any: forwards from encoded rows to scores,
 * backwards from the gradients by the scores to those by the parameters.
 *
 * @implNote Confined to one thread.
 */
public final class TrainingGraph {
    private final NetworkSpec spec;
    private final float[] input;
    private final List<float[]> values = new ArrayList<>();
    private final List<float[]> gradients = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** A kernel and into how many rows a row has been made before it. */
    private record Step(Kernel kernel, int members) {}

    /**
     * A graph.
     *
     * @param spec the network
     * @param weights its parameters and their gradients
     * @param width the width of encoded rows
     * @param rows the largest batch
     * @param gemm multiplies
     */
    public TrainingGraph(NetworkSpec spec, Weights weights, int width, int rows, Gemm gemm) {
        this.spec = spec;
        this.input = new float[rows * width];
        List<NetworkNode> nodes = spec.nodes();
        Set<Integer> takers = new HashSet<>();
        boolean[][] adds = new boolean[nodes.size()][];
        // gradients come from the last taker first: that one sets them, the others add
        for (int i = nodes.size() - 1; i >= 0; i--) {
            List<Integer> inputs = nodes.get(i).inputs();
            adds[i] = new boolean[inputs.size()];
            for (int j = 0; j < adds[i].length; j++) {
                adds[i][j] = !takers.add(inputs.get(j));
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            Operation operation = nodes.get(i).operation();
            int size = rows * spec.members(i) * operation.outputs();
            values.add(new float[size]);
            gradients.add(new float[size]);
            Kernels kernels = new Kernels(flow(i, adds[i], rows), width, weights, spec.offset(i), gemm);
            int members = operation.isSource()
                    ? 1
                    : spec.members(nodes.get(i).inputs().get(0));
            steps.add(new Step(operation.accept(kernels), members));
        }
    }

    /** Where a node's kernel works; what several nodes give is joined by a step before it. */
    private Flow flow(int number, boolean[] adds, int rows) {
        NetworkNode node = spec.nodes().get(number);
        List<Integer> inputs = node.inputs();
        float[] out = values.get(number);
        float[] outGradients = gradients.get(number);
        if (inputs.isEmpty()) {
            return new Flow(input, new float[0], false, out, outGradients);
        }
        if (inputs.size() == 1) {
            int from = inputs.get(0);
            return new Flow(values.get(from), wanted(from), adds[0], out, outGradients);
        }
        int members = spec.members(inputs.get(0));
        float[] joined = new float[rows * members * node.operation().inputs()];
        float[] joinedGradients = new float[joined.length];
        List<Flow> flows = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int j = 0; j < inputs.size(); j++) {
            int from = inputs.get(j);
            flows.add(new Flow(values.get(from), wanted(from), adds[j], joined, joinedGradients));
            widths.add(spec.nodes().get(from).operation().outputs());
        }
        steps.add(new Step(new Joint(node.join(), flows, widths), members));
        return new Flow(joined, joinedGradients, false, out, outGradients);
    }

    /** Nobody needs gradients by the columns that come in. */
    private float[] wanted(int node) {
        boolean plain = spec.nodes().get(node).operation().isSource()
                && spec.nodes().get(node).operation().parameters() == 0;
        return plain ? new float[0] : gradients.get(node);
    }

    /**
     * Encoded rows, to be set before the way forward.
     *
     * @return {@code [rows × width]}
     */
    public float[] input() {
        return input;
    }

    /**
     * What a node gives.
     *
     * @param node its number
     * @return {@code [rows × members × width]} of the last way forward
     */
    public float[] values(int node) {
        return values.get(node);
    }

    /**
     * What the network gives.
     *
     * @return {@code [rows × members × scores]}
     */
    public float[] scores() {
        return values.get(values.size() - 1);
    }

    /**
     * Gradients by the scores, to be set before the way back.
     *
     * @return {@code [rows × members × scores]}
     */
    public float[] scoreGradients() {
        return gradients.get(gradients.size() - 1);
    }

    /**
     * From rows to scores.
     *
     * @param rows how many rows the batch has
     * @param random where chance comes from
     */
    public void forward(int rows, SplittableRandom random) {
        for (Step step : steps) {
            step.kernel().forward(rows * step.members(), random);
        }
    }

    /**
     * From gradients by the scores to those by the parameters.
     *
     * @param rows how many rows the batch has
     */
    public void backward(int rows) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).kernel().backward(rows * steps.get(i).members());
        }
    }
}
