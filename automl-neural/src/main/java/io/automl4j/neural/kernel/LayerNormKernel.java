package io.automl4j.neural.kernel;

import io.automl4j.model.network.LayerNorm;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Normalises each row by its own mean and variance. */
final class LayerNormKernel implements Kernel {
    private final LayerNorm operation;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final float[] means;
    private final float[] factors;

    LayerNormKernel(LayerNorm operation, Flow flow, Weights weights, int at) {
        this.operation = operation;
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        int rows = flow.out().length / operation.width();
        this.means = new float[rows];
        this.factors = new float[rows];
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        int width = operation.width();
        for (int row = 0; row < rows; row++) {
            means[row] = operation.mean(flow.in(), row * width);
            factors[row] = operation.factor(flow.in(), row * width, means[row]);
        }
        operation.predict(weights.values(), at, flow.in(), width, flow.out(), rows);
    }

    @Override
    public void backward(int rows) {
        int width = operation.width();
        float[] sums = weights.gradients();
        Arrays.fill(sums, at, at + 2 * width, 0);
        for (int row = 0; row < rows; row++) {
            backwardRow(row, width, sums);
        }
    }

    private void backwardRow(int row, int width, float[] sums) {
        float[] in = flow.in();
        float[] gradients = flow.outGradients();
        float[] values = weights.values();
        int from = row * width;
        float sum = 0;
        float product = 0;
        for (int i = 0; i < width; i++) {
            float normal = factors[row] * (in[from + i] - means[row]);
            float scaled = values[at + i] * gradients[from + i];
            sums[at + i] += gradients[from + i] * normal;
            sums[at + width + i] += gradients[from + i];
            sum += scaled;
            product += scaled * normal;
        }
        if (flow.goesBack()) {
            float kept = flow.adds() ? 1 : 0;
            float[] to = flow.inGradients();
            for (int i = 0; i < width; i++) {
                float normal = factors[row] * (in[from + i] - means[row]);
                float own = values[at + i] * gradients[from + i] - (sum + normal * product) / width;
                to[from + i] = kept * to[from + i] + factors[row] * own;
            }
        }
    }
}
