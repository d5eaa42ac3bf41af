package io.automl4j.neural.kernel;

import io.automl4j.model.network.BatchNorm;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Normalises by the mean and variance of the batch, and keeps running ones for prediction. */
final class BatchNormKernel implements Kernel {
    /** The share of the batch in the running statistics. */
    private static final float MOMENTUM = 0.1f;

    private final int width;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final float[] means;
    private final float[] factors;
    private final float[] sums;
    private final float[] products;

    BatchNormKernel(BatchNorm operation, Flow flow, Weights weights, int at) {
        this.width = operation.width();
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        this.means = new float[width];
        this.factors = new float[width];
        this.sums = new float[width];
        this.products = new float[width];
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        float[] in = flow.in();
        float[] out = flow.out();
        float[] values = weights.values();
        statistics(in, rows);
        for (int i = 0; i < width; i++) {
            float variance = sums[i] / rows;
            factors[i] = (float) (1 / Math.sqrt(variance + BatchNorm.EPSILON));
            int mean = at + 2 * width + i;
            values[mean] += MOMENTUM * (means[i] - values[mean]);
            // the running variance is the unbiased one, as is usual
            float unbiased = rows > 1 ? sums[i] / (rows - 1) : variance;
            values[mean + width] += MOMENTUM * (unbiased - values[mean + width]);
        }
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                out[from + i] = values[at + i] * factors[i] * (in[from + i] - means[i]) + values[at + width + i];
            }
        }
    }

    /** Means, and the sums of squared distances from them. */
    private void statistics(float[] in, int rows) {
        Arrays.fill(means, 0);
        Arrays.fill(sums, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                means[i] += in[from + i];
            }
        }
        for (int i = 0; i < width; i++) {
            means[i] /= rows;
        }
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                float distance = in[from + i] - means[i];
                sums[i] += distance * distance;
            }
        }
    }

    /** With {@code x̂} for what was normalised: {@code dx = γ f (dy - mean(dy) - x̂ mean(dy x̂))}. */
    @Override
    public void backward(int rows) {
        float[] in = flow.in();
        float[] gradients = flow.outGradients();
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                sums[i] += gradients[from + i];
                products[i] += gradients[from + i] * factors[i] * (in[from + i] - means[i]);
            }
        }
        System.arraycopy(products, 0, weights.gradients(), at, width);
        System.arraycopy(sums, 0, weights.gradients(), at + width, width);
        if (flow.goesBack()) {
            giveBack(rows);
        }
    }

    private void giveBack(int rows) {
        float[] in = flow.in();
        float[] gradients = flow.outGradients();
        float[] to = flow.inGradients();
        float[] values = weights.values();
        float share = 1f / rows;
        float kept = flow.adds() ? 1 : 0;
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                float normal = factors[i] * (in[from + i] - means[i]);
                float own = gradients[from + i] - share * (sums[i] + normal * products[i]);
                to[from + i] = kept * to[from + i] + values[at + i] * factors[i] * own;
            }
        }
    }
}
