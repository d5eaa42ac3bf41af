package io.automl4j.neural.kernel;

import io.automl4j.model.network.Embedding;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Looks vectors up, and adds gradients to those that were looked up. */
final class EmbeddingKernel implements Kernel {
    private final Embedding operation;
    private final Flow flow;
    private final int width;
    private final Weights weights;
    private final int at;

    /** The width is that of the encoded rows which come in. */
    EmbeddingKernel(Embedding operation, Flow flow, int width, Weights weights, int at) {
        this.operation = operation;
        this.flow = flow;
        this.width = width;
        this.weights = weights;
        this.at = at;
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        operation.predict(weights.values(), at, flow.in(), width, flow.out(), rows);
    }

    @Override
    public void backward(int rows) {
        int dimension = operation.dimension();
        float[] sums = weights.gradients();
        Arrays.fill(sums, at, at + operation.parameters(), 0);
        for (int row = 0; row < rows; row++) {
            int to = at + operation.index(flow.in()[row * width + operation.column()]) * dimension;
            for (int i = 0; i < dimension; i++) {
                sums[to + i] += flow.outGradients()[row * dimension + i];
            }
        }
    }
}
