package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Batch normalisation (Ioffe and Szegedy 2015, arXiv:1502.03167). Parameters: {@code γ [width]}, {@code β [width]}, and,
 * not trained by gradients, the running {@code mean [width]} and {@code variance [width]}, with which is predicted.
 *
 * @param width values of a row
 */
public record BatchNorm(int width) implements Evenly {
    static final String KIND = "batch_norm";

    /** Added to variances. */
    public static final float EPSILON = 1e-5f;

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public BatchNorm {
        Checks.positive(width, "width");
    }

    static BatchNorm load(Node node) {
        return new BatchNorm(node.integer("width"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("width", width);
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(4, width);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        float[] factors = new float[width];
        float[] summands = new float[width];
        for (int i = 0; i < width; i++) {
            factors[i] = (float) (parameters[at + i] / Math.sqrt(parameters[at + 3 * width + i] + EPSILON));
            summands[i] = parameters[at + width + i] - factors[i] * parameters[at + 2 * width + i];
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                out[row * width + i] = factors[i] * in[row * width + i] + summands[i];
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.batchNorm(this);
    }
}
