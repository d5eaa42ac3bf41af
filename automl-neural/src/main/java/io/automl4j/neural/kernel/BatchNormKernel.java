package io.automl4j.neural.kernel;

import io.automl4j.model.network.BatchNorm;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Normalises by the mean and variance of the batch, and keeps running ones for prediction.
 *
 * @implNote Rows are copied to arrays of their own: loops over arrays at different places the virtual machine does not
 *     vectorise, since they might overlap.
 */
final class BatchNormKernel implements Kernel {
    /** The share of the batch in the running statistics. */
    private static final float MOMENTUM = 0.1f;

    private final int width;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final float[] means;
    /** One divided by the standard deviations. */
    private final float[] factors;

    private final float[] sums;
    private final float[] products;
    /** What values of a row are multiplied by, and what is added. */
    private final float[] slopes;

    private final float[] shifts;
    private final float[] row;
    private final float[] other;

    BatchNormKernel(BatchNorm operation, Flow flow, Weights weights, int at) {
        this.width = operation.width();
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        this.means = new float[width];
        this.factors = new float[width];
        this.sums = new float[width];
        this.products = new float[width];
        this.slopes = new float[width];
        this.shifts = new float[width];
        this.row = new float[width];
        this.other = new float[width];
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        float[] values = weights.values();
        statistics(rows);
        for (int i = 0; i < width; i++) {
            float variance = products[i] / rows;
            factors[i] = (float) (1 / Math.sqrt(variance + BatchNorm.EPSILON));
            int mean = at + 2 * width + i;
            values[mean] += MOMENTUM * (means[i] - values[mean]);
            // the running variance is the unbiased one, as is usual
            float unbiased = rows > 1 ? products[i] / (rows - 1) : variance;
            values[mean + width] += MOMENTUM * (unbiased - values[mean + width]);
            slopes[i] = values[at + i] * factors[i];
            shifts[i] = values[at + width + i] - slopes[i] * means[i];
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flow.in(), r * width, row, 0, width);
            scale(row, slopes, shifts);
            System.arraycopy(row, 0, flow.out(), r * width, width);
        }
    }

    /** Means, and as products the sums of squared distances from them; by distances from the first row, in one pass. */
    private void statistics(int rows) {
        float[] in = flow.in();
        System.arraycopy(in, 0, other, 0, width);
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int r = 1; r < rows; r++) {
            System.arraycopy(in, r * width, row, 0, width);
            addDistances(row, other, sums, products);
        }
        for (int i = 0; i < width; i++) {
            float distance = sums[i] / rows;
            means[i] = other[i] + distance;
            products[i] = Math.max(0, products[i] - sums[i] * distance);
        }
    }

    /** With {@code x̂ = f (x - mean)} for what was normalised: {@code dx = γ f (dy - mean(dy) - x̂ mean(dy x̂))}. */
    @Override
    public void backward(int rows) {
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flow.outGradients(), r * width, row, 0, width);
            System.arraycopy(flow.in(), r * width, other, 0, width);
            addProducts(row, other, means, sums, products);
        }
        for (int i = 0; i < width; i++) {
            products[i] *= factors[i];
        }
        System.arraycopy(products, 0, weights.gradients(), at, width);
        System.arraycopy(sums, 0, weights.gradients(), at + width, width);
        if (flow.goesBack()) {
            giveBack(rows);
        }
    }

    private void giveBack(int rows) {
        for (int i = 0; i < width; i++) {
            // what distances from the mean are multiplied by, and what is the same for all rows
            products[i] *= -slopes[i] * factors[i] / rows;
            shifts[i] = -slopes[i] * sums[i] / rows - products[i] * means[i];
        }
        float[] to = flow.inGradients();
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flow.outGradients(), r * width, row, 0, width);
            System.arraycopy(flow.in(), r * width, other, 0, width);
            scale(row, slopes, shifts);
            addProducts(row, other, products);
            if (flow.adds()) {
                System.arraycopy(to, r * width, other, 0, width);
                add(row, other);
            }
            System.arraycopy(row, 0, to, r * width, width);
        }
    }

    private static void scale(float[] values, float[] factors, float[] summands) {
        for (int i = 0; i < values.length; i++) {
            values[i] = factors[i] * values[i] + summands[i];
        }
    }

    private static void add(float[] values, float[] summands) {
        for (int i = 0; i < values.length; i++) {
            values[i] += summands[i];
        }
    }

    private static void addProducts(float[] values, float[] ones, float[] others) {
        for (int i = 0; i < values.length; i++) {
            values[i] += ones[i] * others[i];
        }
    }

    private static void addDistances(float[] values, float[] from, float[] sums, float[] squares) {
        for (int i = 0; i < values.length; i++) {
            float distance = values[i] - from[i];
            sums[i] += distance;
            squares[i] += distance * distance;
        }
    }

    private static void addProducts(float[] gradients, float[] values, float[] from, float[] sums, float[] products) {
        for (int i = 0; i < gradients.length; i++) {
            sums[i] += gradients[i];
            products[i] += gradients[i] * (values[i] - from[i]);
        }
    }
}
