package io.automl4j.neural.kernel;

import io.automl4j.model.network.Scaling;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Factors, and perhaps summands, by column; rows take turns if there are several sets of them. */
final class ScalingKernel implements Kernel {
    private final Scaling operation;
    private final int width;
    private final int sets;
    private final boolean shifted;
    private final Flow flow;
    private final Weights weights;
    private final int at;

    ScalingKernel(Scaling operation, Flow flow, Weights weights, int at) {
        this.operation = operation;
        this.width = operation.width();
        this.sets = operation.sets();
        this.shifted = operation.shifted();
        this.flow = flow;
        this.weights = weights;
        this.at = at;
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        operation.predict(weights.values(), at, flow.in(), width, flow.out(), rows);
    }

    @Override
    public void backward(int rows) {
        float[] in = flow.in();
        float[] gradients = flow.outGradients();
        float[] sums = weights.gradients();
        Arrays.fill(sums, at, at + (shifted ? 2 : 1) * sets * width, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            int factors = at + row % sets * width;
            for (int i = 0; i < width; i++) {
                sums[factors + i] += gradients[from + i] * in[from + i];
            }
            int summands = factors + sets * width;
            for (int i = 0; shifted && i < width; i++) {
                sums[summands + i] += gradients[from + i];
            }
        }
        if (flow.goesBack()) {
            giveBack(rows);
        }
    }

    private void giveBack(int rows) {
        float[] gradients = flow.outGradients();
        float[] to = flow.inGradients();
        float[] values = weights.values();
        float kept = flow.adds() ? 1 : 0;
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            int factors = at + row % sets * width;
            for (int i = 0; i < width; i++) {
                to[from + i] = kept * to[from + i] + values[factors + i] * gradients[from + i];
            }
        }
    }
}
