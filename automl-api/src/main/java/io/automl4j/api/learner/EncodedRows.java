package io.automl4j.api.learner;

import io.automl4j.api.Checks;
import java.util.List;

/** Rows as numbers, {@code [rows × features]}, row-major. Shared between trials: nobody writes to it. */
public final class EncodedRows {
    private final List<Feature> features;
    private final float[] values;
    private final int rows;

    private EncodedRows(List<Feature> features, float[] values, int rows) {
        this.features = features;
        this.values = values;
        this.rows = rows;
    }

    /**
     * Rows over an array that the caller hands over.
     *
     * @param features the columns
     * @param values {@code [rows × features]}, row-major
     * @param rows the number of rows
     * @return the rows
     * @throws IllegalArgumentException if the length does not fit
     */
    public static EncodedRows of(List<Feature> features, float[] values, int rows) {
        Checks.argument(
                values.length == (long) rows * features.size(),
                "%d values are not %d rows of %d features.",
                values.length,
                rows,
                features.size());
        return new EncodedRows(List.copyOf(features), values, rows);
    }

    /**
     * The columns.
     *
     * @return the columns in order
     */
    public List<Feature> features() {
        return features;
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return the width of a row
     */
    public int width() {
        return features.size();
    }

    /**
     * One value.
     *
     * @param row the row, from 0
     * @param feature the column, from 0
     * @return the value
     */
    public float get(int row, int feature) {
        return values[row * features.size() + feature];
    }

    /**
     * All values, for kernels.
     *
     * @return the array itself, {@code [rows × features]} row-major; only to be read
     */
    public float[] values() {
        return values;
    }

    /**
     * Some rows, in the given order.
     *
     * @param selected row numbers, from 0; repetitions are allowed
     * @return {@code selected.length} rows
     */
    public EncodedRows select(int[] selected) {
        int width = width();
        float[] copy = new float[selected.length * width];
        for (int i = 0; i < selected.length; i++) {
            System.arraycopy(values, selected[i] * width, copy, i * width, width);
        }
        return new EncodedRows(features, copy, selected.length);
    }
}
