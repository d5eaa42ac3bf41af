package io.automl4j.neural.kernel;

import io.automl4j.model.network.Dense;
import io.automl4j.neural.kernel.Gemm.Matrix;
import io.automl4j.neural.kernel.Gemm.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Three products: the sums, the gradients by the weights, the gradients by what came in. Rows may lie apart, as those of
 * one member of an ensemble do.
 */
final class DenseKernel implements Kernel {
    private final Dense layer;
    private final float gain;
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final Gemm gemm;
    private final Place place;
    /** What came in and the weights serve the way back too. */
    private final Operand in = new Operand();

    private final Operand matrix = new Operand();
    private final Operand outGradients = new Operand();
    /** The biases, or their gradients, and a row: loops over arrays at the same places are vectorised. */
    private final float[] biases;

    private final float[] row;

    /** Where rows of what comes in and goes out begin, and how many of them one layer passes over. */
    record Place(int first, int step) {
        static final Place ALL = new Place(0, 1);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    DenseKernel(Dense layer, Flow flow, Weights weights, int at, Gemm gemm, Place place) {
        this.layer = layer;
        this.gain = layer.gain();
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        this.gemm = gemm;
        this.place = place;
        this.biases = new float[layer.outputs()];
        this.row = new float[layer.outputs()];
    }

    private Matrix rows(float[] values, int width) {
        return new Matrix(values, place.first() * width, place.step() * width);
    }

    private Matrix matrix(float[] values) {
        return new Matrix(values, at, layer.outputs());
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        int outputs = layer.outputs();
        int own = rows / place.step();
        in.set(rows(flow.in(), layer.inputs()), own, layer.inputs());
        matrix.set(matrix(weights.values()), layer.inputs(), outputs);
        gemm.multiply(
                new Shape(own, outputs, layer.inputs(), false, false), gain, in, matrix, 0, rows(flow.out(), outputs));
        addBiases(own);
    }

    private void addBiases(int own) {
        int outputs = layer.outputs();
        System.arraycopy(weights.values(), at + layer.inputs() * outputs, biases, 0, outputs);
        for (int r = 0; r < own; r++) {
            int from = (place.first() + r * place.step()) * outputs;
            System.arraycopy(flow.out(), from, row, 0, outputs);
            add(biases, row);
            System.arraycopy(row, 0, flow.out(), from, outputs);
        }
    }

    @Override
    public void backward(int rows) {
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        int own = rows / place.step();
        outGradients.set(rows(flow.outGradients(), outputs), own, outputs);
        gemm.multiply(
                new Shape(inputs, outputs, own, true, false), gain, in, outGradients, 0, matrix(weights.gradients()));
        sumBiases(own);
        if (flow.goesBack()) {
            gemm.multiply(
                    new Shape(own, inputs, outputs, false, true),
                    gain,
                    outGradients,
                    matrix,
                    flow.adds() ? 1 : 0,
                    rows(flow.inGradients(), inputs));
        }
    }

    private void sumBiases(int own) {
        int outputs = layer.outputs();
        Arrays.fill(biases, 0);
        for (int r = 0; r < own; r++) {
            System.arraycopy(flow.outGradients(), (place.first() + r * place.step()) * outputs, row, 0, outputs);
            add(row, biases);
        }
        System.arraycopy(biases, 0, weights.gradients(), at + layer.inputs() * outputs, outputs);
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
        }
    }
}
