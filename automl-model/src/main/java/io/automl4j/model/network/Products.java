package io.automl4j.model.network;

/** Products of rows and weights in plain Java, laid out so that the inner loop is vectorised. */
final class Products {
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
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        int biases = at + inputs * outputs;
        float gain = layer.gain();
        for (int row = 0; row < rows; row++) {
            int to = outAt + row * outStride;
            int from = inAt + row * inStride;
            System.arraycopy(parameters, biases, out, to, outputs);
            for (int i = 0; i < inputs; i++) {
                float value = gain * in[from + i];
                // of one-hot columns and rectified units most are 0
                if (value != 0) {
                    int weights = at + i * outputs;
                    for (int j = 0; j < outputs; j++) {
                        out[to + j] += value * parameters[weights + j];
                    }
                }
            }
        }
    }
}
