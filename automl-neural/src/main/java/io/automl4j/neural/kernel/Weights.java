package io.automl4j.neural.kernel;

/**
 * The parameters of a network while it is trained, and the gradients of the loss by them, as flat arrays in the layout of
 * the network.
 *
 * @param values the parameters
 * @param gradients of the mean loss of a batch; each kernel sets those of its own parameters on its way back
 */
public record Weights(float[] values, float[] gradients) {

    /** Parameters, the array handed over, without gradients so far. */
    public static Weights of(float[] values) {
        return new Weights(values, new float[values.length]);
    }
}
