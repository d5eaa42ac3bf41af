package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Layer normalisation (Ba et al. 2016, arXiv:1607.06450): each row by its own mean and variance. Parameters: {@code γ
 * [width]}, {@code β [width]}.
 *
 * @param width values of a row
 */
public record LayerNorm(int width) implements Evenly {
    static final String KIND = "layer_norm";

    /** Added to variances. */
    public static final float EPSILON = 1e-5f;

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public LayerNorm {
        Checks.positive(width, "width");
    }

    static LayerNorm load(Node node) {
        return new LayerNorm(node.integer("width"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("width", width);
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(2, width);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            float mean = mean(in, from);
            float factor = factor(in, from, mean);
            for (int i = 0; i < width; i++) {
                out[from + i] = parameters[at + i] * factor * (in[from + i] - mean) + parameters[at + width + i];
            }
        }
    }

    /**
     * The mean of a row.
     *
     * @param in the rows
     * @param from where the row begins
     * @return the mean
     */
    public float mean(float[] in, int from) {
        float sum = 0;
        for (int i = 0; i < width; i++) {
            sum += in[from + i];
        }
        return sum / width;
    }

    /**
     * One over the standard deviation of a row.
     *
     * @param in the rows
     * @param from where the row begins
     * @param mean its mean
     * @return what distances from the mean are multiplied by
     */
    public float factor(float[] in, int from, float mean) {
        float sum = 0;
        for (int i = 0; i < width; i++) {
            sum += (in[from + i] - mean) * (in[from + i] - mean);
        }
        return (float) (1 / Math.sqrt(sum / width + EPSILON));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.layerNorm(this);
    }
}
