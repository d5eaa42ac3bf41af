package io.automl4j.model.network;

/**
 * What a unit makes of its sum. Values and slopes are the same approximations in training and in prediction.
 *
 * @implNote Each constant has loops of its own over static functions without branches: these the virtual machine
 *     vectorises, and calls of an overridden function for each value it would not.
 */
public enum ActivationFunction {
    /** {@code max(0, x)}. */
    RELU {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = Math.max(0, in[i]);
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                gradients[i] *= step(in[i]);
            }
        }
    },
    /** Scaled exponential linear unit (Klambauer et al. 2017, arXiv:1706.02515). */
    SELU {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                float negative = Exponential.minusOneBelowZero(Math.min(0, in[i]));
                out[i] = SELU_SCALE * (Math.max(0, in[i]) + SELU_ALPHA * negative);
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                // below 0 the slope is the value less its limit
                float negative = SELU_SCALE * SELU_ALPHA + Math.min(0, out[i]);
                gradients[i] *= negative + step(in[i]) * (SELU_SCALE - SELU_SCALE * SELU_ALPHA);
            }
        }
    },
    /** Gaussian error linear unit in the form with tanh (Hendrycks and Gimpel 2016, arXiv:1606.08415). */
    GELU {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                float x = in[i];
                out[i] = 0.5f * x * (1 + tanh(GELU_SCALE * (x + GELU_CUBIC * x * x * x)));
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                // far out squares would be infinite, and slopes are 0 and 1
                float x = Math.max(-GELU_LINEAR, Math.min(GELU_LINEAR, in[i]));
                float t = tanh(GELU_SCALE * (x + GELU_CUBIC * x * x * x));
                float inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x);
                gradients[i] *= 0.5f * (1 + t) + 0.5f * x * (1 - t * t) * inner;
            }
        }
    },
    /** {@code x · sigmoid(x)}, also called swish (Ramachandran et al. 2017, arXiv:1710.05941). */
    SILU {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = in[i] * sigmoid(in[i]);
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                float s = sigmoid(in[i]);
                gradients[i] *= s * (1 + in[i] * (1 - s));
            }
        }
    },
    /** {@code x · tanh(ln(1 + exp x))} (Misra 2020, arXiv:1908.08681). */
    MISH {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                float n = Exponential.of(Math.min(MISH_LINEAR, in[i]));
                float m = n * (n + 2);
                out[i] = in[i] * m / (m + 2);
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                float n = Exponential.of(Math.min(MISH_LINEAR, in[i]));
                float m = n * (n + 2);
                float t = m / (m + 2);
                gradients[i] *= t + in[i] * (1 - t * t) * n / (1 + n);
            }
        }
    },
    /** Hyperbolic tangent. */
    TANH {
        @Override
        public void values(float[] in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = tanh(in[i]);
            }
        }

        @Override
        public void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count) {
            for (int i = 0; i < count; i++) {
                gradients[i] *= 1 - out[i] * out[i];
            }
        }
    };

    private static final float SELU_ALPHA = 1.673_263_2f;
    private static final float SELU_SCALE = 1.050_701_0f;
    private static final float GELU_SCALE = 0.797_884_6f;
    private static final float GELU_CUBIC = 0.044_715f;
    private static final float GELU_LINEAR = 10;
    /** From here on the value is x itself in single precision. */
    private static final float MISH_LINEAR = 10;

    /**
     * The function's values.
     *
     * @param in the sums
     * @param out receives the activations; may be the same array
     * @param count how many, from index 0
     */
    public abstract void values(float[] in, float[] out, int count);

    /**
     * Goes back through the function.
     *
     * @param in the sums
     * @param out the activations
     * @param gradients by the activations; become those by the sums
     * @param count how many, from index 0
     */
    public abstract void multiplyBySlopes(float[] in, float[] out, float[] gradients, int count);

    /** 1 above 0, else 0. */
    private static float step(float x) {
        return Math.min(1, Math.max(0, x * Float.MAX_VALUE));
    }

    /**
     * The logistic function.
     *
     * @param x any number
     * @return from 0 to 1
     */
    public static float sigmoid(float x) {
        return 1 / (1 + Exponential.of(-x));
    }

    static float tanh(float x) {
        return 1 - 2 / (1 + Exponential.of(2 * x));
    }
}
