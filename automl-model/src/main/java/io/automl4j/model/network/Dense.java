package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Weighted sums: {@code y = gain · x W + b}. Parameters: {@code W [inputs × outputs]}, row-major, then {@code b
 * [outputs]}.
 *
 * @param inputs values of an incoming row
 * @param outputs sums of a row
 * @param tangent whether it is in the neural-tangent parametrisation (Jacot et al. 2018, arXiv:1806.07572), in which the
 *     gain is {@code 1 / √inputs} and weights are of order 1 whatever the width; else the gain is 1
 */
public record Dense(int inputs, int outputs, boolean tangent) implements Operation {
    static final String KIND = "dense";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Dense {
        Checks.positive(inputs, "inputs");
        Checks.positive(outputs, "outputs");
    }

    static Dense load(Node node) {
        return new Dense(node.integer("inputs"), node.integer("outputs"), node.flag("tangent"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("inputs", inputs)
                .put("outputs", outputs)
                .put("tangent", tangent);
    }

    /** What products are multiplied by. */
    public float gain() {
        return tangent ? (float) (1 / Math.sqrt(inputs)) : 1;
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(Math.addExact(inputs, 1), outputs);
    }

    @Override
    public long cost() {
        // four products in a nanosecond, and as much again for each sum: measured, one row, 16 to 512 outputs
        return (long) outputs * (inputs / 4 + 4);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows) {
        Products.weightedSums(parameters, at, in, 0, width, out, 0, outputs, this, rows);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dense(this);
    }
}
