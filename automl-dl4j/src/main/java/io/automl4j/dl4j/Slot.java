package io.automl4j.dl4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A parameter array of a graph and where its values lie in the flat parameters of a network, in row-major order and in
 * blocks of one size.
 *
 * @param key the array's name in the graph
 * @param from the index of its first value in the flat array
 * @param blocks how many blocks there are
 * @param size values of a block
 * @param stride from the beginning of a block to that of the next
 * @param factor what values of the network are multiplied by in the graph
 */
record Slot(String key, int from, int blocks, int size, int stride, double factor) {

    /** Where a value lies in the flat array. */
    int index(int i) {
        return from + i / size * stride + i % size;
    }

    int count() {
        return blocks * size;
    }

    /** The graph's values as an array of a shape. */
    INDArray read(float[] parameters, long[] shape, DataType type) {
        double[] values = new double[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters[index(i)] * factor;
        }
        return Nd4j.create(values, shape, 'c').castTo(type);
    }

    /** The other way: what an array of the graph holds goes to the flat parameters. */
    void write(INDArray array, float[] parameters) {
        double[] values = values(array);
        for (int i = 0; i < values.length; i++) {
            parameters[index(i)] = (float) (values[i] / factor);
        }
    }

    /** Gradients by values of the graph become those by parameters of the network. */
    void writeGradient(INDArray gradient, double[] gradients) {
        double[] values = values(gradient);
        for (int i = 0; i < values.length; i++) {
            gradients[index(i)] = values[i] * factor;
        }
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
