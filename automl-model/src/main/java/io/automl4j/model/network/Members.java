package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Makes of each row one for each member of a shared-weight ensemble (TabM, Gorishniy et al. 2024, arXiv:2410.24210). No
 * parameters.
 *
 * @param count the number of members
 * @param width values of a row
 */
public record Members(int count, int width) implements Evenly {
    static final String KIND = "members";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public Members {
        Checks.positive(count, "count");
        Checks.positive(width, "width");
    }

    static Members load(Node node) {
        return new Members(node.integer("count"), node.integer("width"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("count", count).put("width", width);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int member = 0; member < count; member++) {
                System.arraycopy(in, row * width, out, (row * count + member) * width, width);
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.members(this);
    }
}
