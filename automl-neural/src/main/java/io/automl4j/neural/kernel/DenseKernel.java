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
    private final Flow flow;
    private final Weights weights;
    private final int at;
    private final Gemm gemm;
    private final Place place;

    /** Where rows of what comes in and goes out begin, and how many of them one layer passes over. */
    record Place(int first, int step) {
        static final Place ALL = new Place(0, 1);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    DenseKernel(Dense layer, Flow flow, Weights weights, int at, Gemm gemm, Place place) {
        this.layer = layer;
        this.flow = flow;
        this.weights = weights;
        this.at = at;
        this.gemm = gemm;
        this.place = place;
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
        gemm.multiply(
                new Shape(own, outputs, layer.inputs(), false, false),
                layer.gain(),
                rows(flow.in(), layer.inputs()),
                matrix(weights.values()),
                0,
                rows(flow.out(), outputs));
        int biases = at + layer.inputs() * outputs;
        float[] out = flow.out();
        float[] values = weights.values();
        for (int row = 0; row < own; row++) {
            int to = (place.first() + row * place.step()) * outputs;
            for (int i = 0; i < outputs; i++) {
                out[to + i] += values[biases + i];
            }
        }
    }

    @Override
    public void backward(int rows) {
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        int own = rows / place.step();
        Matrix outGradients = rows(flow.outGradients(), outputs);
        gemm.multiply(
                new Shape(inputs, outputs, own, true, false),
                layer.gain(),
                rows(flow.in(), inputs),
                outGradients,
                0,
                matrix(weights.gradients()));
        sumBiases(own);
        if (flow.goesBack()) {
            gemm.multiply(
                    new Shape(own, inputs, outputs, false, true),
                    layer.gain(),
                    outGradients,
                    matrix(weights.values()),
                    flow.adds() ? 1 : 0,
                    rows(flow.inGradients(), inputs));
        }
    }

    private void sumBiases(int own) {
        int outputs = layer.outputs();
        int biases = at + layer.inputs() * outputs;
        float[] sums = weights.gradients();
        float[] from = flow.outGradients();
        Arrays.fill(sums, biases, biases + outputs, 0);
        for (int row = 0; row < own; row++) {
            int begin = (place.first() + row * place.step()) * outputs;
            for (int i = 0; i < outputs; i++) {
                sums[biases + i] += from[begin + i];
            }
        }
    }
}
