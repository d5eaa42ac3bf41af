package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * A factor for each value of a row, so that training can turn features down (RealMLP's scaling layer, arXiv:2407.04491).
 * Parameters: {@code [width]}.
 *
 * @param width values of a row
 */
public record Scaling(int width) implements Operation {
    static final String KIND = "scaling";

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Scaling {
        Checks.positive(width, "width");
    }

    static Scaling load(Node node) {
        return new Scaling(node.integer("width"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("width", width);
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public int parameters() {
        return width;
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                out[row * width + i] = in[row * width + i] * parameters[at + i];
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.scaling(this);
    }
}
