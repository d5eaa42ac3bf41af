package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Sets values to 0 at random while training, and makes the others larger (Srivastava et al. 2014, JMLR 15); predicts
 * with all of them. No parameters.
 *
 * @param width values of a row
 * @param rate the share that is dropped, from 0 to below 1
 */
public record Dropout(int width, float rate) implements Evenly {
    static final String KIND = "dropout";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Dropout {
        Checks.positive(width, "width");
        Checks.argument(rate >= 0 && rate < 1, "rate is %s, but must be from 0 to below 1.", rate);
    }

    static Dropout load(Node node) {
        return new Dropout(node.integer("width"), (float) node.real("rate"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("width", width).put("rate", (double) rate);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        System.arraycopy(in, 0, out, 0, rows * width);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropout(this);
    }
}
