package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Columns of encoded rows, as they are. No parameters. */
public final class Columns implements Operation {
    static final String KIND = "columns";

    private final int[] columns;

    private Columns(int[] columns) {
        this.columns = columns;
    }

    /**
     * Some columns.
     *
     * @param columns their numbers from 0, in the order in which they go out; copied
     * @return the operation
     * @throws IllegalArgumentException if there is none, or a number is negative
     */
    public static Columns of(int... columns) {
        Checks.positive(columns.length, "columns");
        Checks.argument(Arrays.stream(columns).allMatch(c -> c >= 0), "Columns are %s.", Arrays.toString(columns));
        return new Columns(columns.clone());
    }

    /**
     * The first columns.
     *
     * @param count how many
     * @return the operation
     */
    public static Columns first(int count) {
        return of(IntStream.range(0, count).toArray());
    }

    /**
     * The columns.
     *
     * @return a copy of their numbers, in the order in which they go out
     */
    public int[] columns() {
        return columns.clone();
    }

    static Columns load(Node node) {
        return of(node.ints("columns"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("columns", columns.clone());
    }

    @Override
    public int inputs() {
        return Math.addExact(Arrays.stream(columns).max().orElse(0), 1);
    }

    @Override
    public int outputs() {
        return columns.length;
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public boolean isSource() {
        return true;
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns.length; i++) {
                out[row * columns.length + i] = in[row * width + columns[i]];
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.columns(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Columns that && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return "Columns" + Arrays.toString(columns);
    }
}
