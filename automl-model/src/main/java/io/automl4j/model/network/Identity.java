package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * What comes in goes out, so that what was joined can be taken by several nodes. No parameters.
 *
 * @param width values of a row
 */
public record Identity(int width) implements Evenly {
    static final String KIND = "identity";

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Identity {
        Checks.positive(width, "width");
    }

    static Identity load(Node node) {
        return new Identity(node.integer("width"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("width", width);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        System.arraycopy(in, 0, out, 0, rows * width);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.identity(this);
    }
}
