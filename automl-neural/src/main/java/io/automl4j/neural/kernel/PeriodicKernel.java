package io.automl4j.neural.kernel;

import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Wave;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Periodic features; sines and cosines of the way forward serve the way back.
 *
 * @implNote They are computed for the whole batch at once, in a loop that is vectorised.
 */
final class PeriodicKernel implements Kernel {
    private static final float TURN = (float) (2 * Math.PI);

    private final Periodic operation;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    /** The angles in turns. */
    private final float[] turns;

    private final float[] cosines;
    private final float[] sines;

    PeriodicKernel(Periodic operation, Flow flow, Weights weights, int at) {
        this.operation = operation;
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        int rows = flow.out().length / operation.outputs();
        this.turns = new float[rows * operation.features() * operation.frequencies()];
        this.cosines = new float[turns.length];
        this.sines = new float[turns.length];
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
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < operation.features(); feature++) {
                turn(row * operation.features() + feature, feature);
            }
        }
        int waves = rows * operation.features() * operation.frequencies();
        for (int i = 0; i < waves; i++) {
            cosines[i] = Wave.cosine(turns[i]);
            sines[i] = Wave.sine(turns[i]);
        }
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < operation.features(); feature++) {
                mix(row * operation.features() + feature, feature);
            }
        }
    }

    private void turn(int cell, int feature) {
        int frequencies = operation.frequencies();
        float[] values = weights.values();
        float x = flow.in()[cell];
        int first = at + feature * frequencies;
        int phase = phases() + feature * frequencies;
        for (int k = 0; k < frequencies; k++) {
            turns[cell * frequencies + k] = values[first + k] * x + Wave.TURNS * values[phase + k];
        }
    }

    private void mix(int cell, int feature) {
        int frequencies = operation.frequencies();
        float[] values = weights.values();
        float[] out = flow.out();
        int to = cell * operation.dimension();
        out[to] = flow.in()[cell];
        System.arraycopy(values, biases() + feature * own(), out, to + 1, own());
        for (int k = 0; k < frequencies; k++) {
            float cosine = cosines[cell * frequencies + k];
            int from = matrix() + (feature * frequencies + k) * own();
            for (int i = 0; i < own(); i++) {
                out[to + 1 + i] += cosine * values[from + i];
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
