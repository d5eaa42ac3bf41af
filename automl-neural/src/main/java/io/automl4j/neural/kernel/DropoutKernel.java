package io.automl4j.neural.kernel;

import io.automl4j.model.network.Dropout;
import java.util.SplittableRandom;

/** Drops values; those that stay are multiplied so that sums keep their size. */
final class DropoutKernel implements Kernel {
    private static final int BITS = 16;

    private final Dropout operation;
    private final Flow flow;
    private final float[] factors;

    DropoutKernel(Dropout operation, Flow flow) {
        this.operation = operation;
        this.flow = flow;
        this.factors = new float[flow.out().length];
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        int count = rows * operation.width();
        draw(count, random);
        float[] in = flow.in();
        float[] out = flow.out();
        for (int i = 0; i < count; i++) {
            out[i] = factors[i] * in[i];
        }
    }

    /** A number of 64 bits decides about four values. */
    private void draw(int count, SplittableRandom random) {
        int dropped = Math.round(operation.rate() * (1 << BITS));
        float kept = 1 / (1 - (float) dropped / (1 << BITS));
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
            factors[i] = (bits & 0xffff) < dropped ? 0 : kept;
        }
    }

    @Override
    public void backward(int rows) {
        float[] gradients = flow.outGradients();
        float[] to = flow.inGradients();
        float before = flow.adds() ? 1 : 0;
        for (int i = 0; flow.goesBack() && i < rows * operation.width(); i++) {
            to[i] = before * to[i] + factors[i] * gradients[i];
        }
    }
}
