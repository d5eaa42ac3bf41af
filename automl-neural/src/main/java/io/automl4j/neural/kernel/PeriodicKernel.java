package io.automl4j.neural.kernel;

import io.automl4j.model.network.Periodic;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Periodic features; sines and cosines of the way forward serve the way back. */
final class PeriodicKernel implements Kernel {
    private static final float TURN = (float) (2 * Math.PI);

    private final Periodic operation;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final float[] cosines;
    private final float[] sines;

    PeriodicKernel(Periodic operation, Flow flow, Weights weights, int at) {
        this.operation = operation;
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        int rows = flow.out().length / operation.outputs();
        this.cosines = new float[rows * operation.features() * operation.frequencies()];
        this.sines = new float[cosines.length];
    }

    private int phases() {
        return at + operation.features() * operation.frequencies();
    }

    private int own() {
        return operation.dimension() - 1;
    }

    private int matrix() {
        return phases() + operation.features() * operation.frequencies();
    }

    private int biases() {
        return matrix() + operation.features() * operation.frequencies() * own();
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        int frequencies = operation.frequencies();
        float[] values = weights.values();
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < operation.features(); feature++) {
                int cell = row * operation.features() + feature;
                float x = flow.in()[cell];
                int to = cell * operation.dimension();
                flow.out()[to] = x;
                System.arraycopy(values, biases() + feature * own(), flow.out(), to + 1, own());
                for (int k = 0; k < frequencies; k++) {
                    int weight = feature * frequencies + k;
                    double angle = TURN * values[at + weight] * x + values[phases() + weight];
                    float cosine = (float) Math.cos(angle);
                    cosines[cell * frequencies + k] = cosine;
                    sines[cell * frequencies + k] = (float) Math.sin(angle);
                    for (int i = 0; i < own(); i++) {
                        flow.out()[to + 1 + i] += cosine * values[matrix() + weight * own() + i];
                    }
                }
            }
        }
    }

    @Override
    public void backward(int rows) {
        Arrays.fill(weights.gradients(), at, at + operation.parameters(), 0);
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < operation.features(); feature++) {
                float gradient = backward(row * operation.features() + feature, feature);
                if (flow.goesBack()) {
                    int cell = row * operation.features() + feature;
                    flow.inGradients()[cell] = (flow.adds() ? flow.inGradients()[cell] : 0) + gradient;
                }
            }
        }
    }

    /** Adds to the gradients of a feature's weights and gives that by the cell. */
    private float backward(int cell, int feature) {
        int frequencies = operation.frequencies();
        float[] values = weights.values();
        float[] sums = weights.gradients();
        float[] gradients = flow.outGradients();
        int from = cell * operation.dimension();
        float x = flow.in()[cell];
        float byCell = gradients[from];
        for (int i = 0; i < own(); i++) {
            sums[biases() + feature * own() + i] += gradients[from + 1 + i];
        }
        for (int k = 0; k < frequencies; k++) {
            int weight = feature * frequencies + k;
            float byCosine = 0;
            for (int i = 0; i < own(); i++) {
                byCosine += gradients[from + 1 + i] * values[matrix() + weight * own() + i];
                sums[matrix() + weight * own() + i] += gradients[from + 1 + i] * cosines[cell * frequencies + k];
            }
            float byAngle = -sines[cell * frequencies + k] * byCosine;
            sums[at + weight] += byAngle * TURN * x;
            sums[phases() + weight] += byAngle;
            byCell += byAngle * TURN * values[at + weight];
        }
        return byCell;
    }
}
