package io.automl4j.model.network;

/**
 * Products of rows and weights in plain Java, laid out so that the inner loop is vectorised. Each sum is added up in the order of
 * the inputs, so that its bits are the same whatever is done at a time.
 */
final class Products {
    /** Fewer sums are not worth a vector. */
    private static final int NARROW = 8;

    private Products() {}

    /** Sums of a dense layer; rows begin at the offsets and lie so many values apart. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    static void weightedSums(
            float[] parameters,
            int at,
            float[] in,
            int inAt,
            int inStride,
            float[] out,
            int outAt,
            int outStride,
            Dense layer,
            int rows) {
        int outputs = layer.outputs();
        int biases = at + layer.inputs() * outputs;
        int[] places = new int[layer.inputs()];
        float[] values = new float[layer.inputs()];
        for (int row = 0; row < rows; row++) {
            int from = inAt + row * inStride;
            int to = outAt + row * outStride;
            System.arraycopy(parameters, biases, out, to, outputs);
            if (outputs < NARROW) {
                addEach(parameters, at, in, from, out, to, layer);
            } else {
                int count = factors(in, from, layer, places, values);
                addAll(parameters, at, places, values, count, out, to, outputs);
            }
        }
    }

    /** The values of a row that are not 0, of one-hot columns and rectified units a few, and where their weights begin. */
    private static int factors(float[] in, int from, Dense layer, int[] places, float[] values) {
        float gain = layer.gain();
        int count = 0;
        for (int i = 0; i < layer.inputs(); i++) {
            places[count] = i * layer.outputs();
            values[count] = gain * in[from + i];
            count += in[from + i] == 0 ? 0 : 1;
        }
        return count;
    }

    /** Four values at a time, so that each sum is read and written a quarter as often. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void addAll(
            float[] weights, int at, int[] places, float[] values, int count, float[] out, int to, int outputs) {
        int i = 0;
        for (; i + 3 < count; i += 4) {
            int a = at + places[i];
            int b = at + places[i + 1];
            int c = at + places[i + 2];
            int d = at + places[i + 3];
            float ofA = values[i];
            float ofB = values[i + 1];
            float ofC = values[i + 2];
            float ofD = values[i + 3];
            for (int j = 0; j < outputs; j++) {
                out[to + j] = out[to + j]
                        + ofA * weights[a + j]
                        + ofB * weights[b + j]
                        + ofC * weights[c + j]
                        + ofD * weights[d + j];
            }
        }
        for (; i < count; i++) {
            int a = at + places[i];
            float ofA = values[i];
            for (int j = 0; j < outputs; j++) {
                out[to + j] += ofA * weights[a + j];
            }
        }
    }

    /** One sum after another. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void addEach(float[] weights, int at, float[] in, int from, float[] out, int to, Dense layer) {
        float gain = layer.gain();
        for (int j = 0; j < layer.outputs(); j++) {
            float sum = out[to + j];
            int weight = at + j;
            for (int i = 0; i < layer.inputs(); i++, weight += layer.outputs()) {
                sum += gain * in[from + i] * weights[weight];
            }
            out[to + j] = sum;
        }
    }
}
