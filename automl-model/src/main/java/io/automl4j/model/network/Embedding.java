package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * A vector for each level of a column of codes. Parameters: {@code [(levels + 1) × dimension]}, row-major; the last row
 * is that of missing and unknown levels.
 *
 * @param column the column of codes
 * @param levels the number of codes
 * @param dimension the length of a vector
 */
public record Embedding(int column, int levels, int dimension) implements Operation {
    static final String KIND = "embedding";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Embedding {
        Checks.argument(column >= 0, "column is %d, but must not be negative.", column);
        Checks.positive(levels, "levels");
        Checks.positive(dimension, "dimension");
    }

    static Embedding load(Node node) {
        return new Embedding(node.integer("column"), node.integer("levels"), node.integer("dimension"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("levels", levels)
                .put("dimension", dimension);
    }

    @Override
    public int inputs() {
        return Math.addExact(column, 1);
    }

    @Override
    public int outputs() {
        return dimension;
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(Math.addExact(levels, 1), dimension);
    }

    @Override
    public boolean isSource() {
        return true;
    }

    /**
     * The row of the table that a code chooses.
     *
     * @param code a cell of the column
     * @return from 0 to {@code levels}
     */
    public int index(float code) {
        return code >= 0 && code < levels ? (int) code : levels;
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            int from = at + index(in[row * width + column]) * dimension;
            System.arraycopy(parameters, from, out, row * dimension, dimension);
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.embedding(this);
    }
}
