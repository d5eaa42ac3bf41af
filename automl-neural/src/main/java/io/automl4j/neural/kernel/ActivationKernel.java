package io.automl4j.neural.kernel;

import io.automl4j.model.network.Activation;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A function of each value, perhaps mixed with the identity. */
final class ActivationKernel implements Kernel {
    private final Activation operation;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    /** The function's values, where what goes out is a mixture. */
    private final float[] function;
    /** Gradients by what came in, where they are added to others or to those of a mixture. */
    private final float[] scratch;

    ActivationKernel(Activation operation, Flow flow, Weights weights, int at) {
        this.operation = operation;
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        this.function = operation.mixed() ? new float[flow.out().length] : flow.out();
        this.scratch = operation.mixed() || flow.adds() ? new float[flow.out().length] : new float[0];
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        int width = operation.width();
        operation.function().values(flow.in(), function, rows * width);
        if (operation.mixed()) {
            float[] in = flow.in();
            float[] out = flow.out();
            float[] values = weights.values();
            for (int row = 0; row < rows; row++) {
                int from = row * width;
                for (int i = 0; i < width; i++) {
                    out[from + i] = in[from + i] + values[at + i] * (function[from + i] - in[from + i]);
                }
            }
        }
    }

    @Override
    public void backward(int rows) {
        int width = operation.width();
        int count = rows * width;
        if (operation.mixed()) {
            mixedBackward(rows, width);
            return;
        }
        if (!flow.goesBack()) {
            return;
        }
        if (!flow.adds()) {
            System.arraycopy(flow.outGradients(), 0, flow.inGradients(), 0, count);
            operation.function().multiplyBySlopes(flow.in(), function, flow.inGradients(), count);
            return;
        }
        System.arraycopy(flow.outGradients(), 0, scratch, 0, count);
        operation.function().multiplyBySlopes(flow.in(), function, scratch, count);
        flow.giveBack(scratch, count);
    }

    /** {@code d/dx ((1 - a) x + a f(x)) = 1 - a + a f'(x)}, {@code d/da = f(x) - x}. */
    private void mixedBackward(int rows, int width) {
        float[] in = flow.in();
        float[] gradients = flow.outGradients();
        float[] values = weights.values();
        float[] sums = weights.gradients();
        Arrays.fill(sums, at, at + width, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                sums[at + i] += gradients[from + i] * (function[from + i] - in[from + i]);
            }
        }
        System.arraycopy(gradients, 0, scratch, 0, rows * width);
        operation.function().multiplyBySlopes(in, function, scratch, rows * width);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                float a = values[at + i];
                scratch[from + i] = (1 - a) * gradients[from + i] + a * scratch[from + i];
            }
        }
        flow.giveBack(scratch, rows * width);
    }
}
