package io.automl4j.api.table;

import java.util.Arrays;

/** Numbers; a missing cell is NaN. Values that fit losslessly are kept in {@code byte}, {@code short}, {@code int} or {@code float}. */
public final class NumericColumn implements Column {
    private final NumericStorage storage;

    private NumericColumn(NumericStorage storage) {
        this.storage = storage;
    }

    /**
     * A column of the given numbers; infinite values become missing.
     *
     * @param values the numbers, copied; NaN is missing
     * @return the column
     */
    public static NumericColumn of(double... values) {
        Builder builder = builder();
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    /**
     * A builder that grows row by row.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return builder(64);
    }

    /**
     * A builder for a known number of rows; it grows beyond them all the same.
     *
     * @param rows the number of rows that are expected
     * @return an empty builder
     */
    public static Builder builder(int rows) {
        return new Builder(Math.max(2, rows));
    }

    /**
     * The number of a row.
     *
     * @param row the row, from 0
     * @return the number, NaN if it is missing
     */
    public double value(int row) {
        return storage.get(row);
    }

    @Override
    public int size() {
        return storage.size();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(storage.get(row));
    }

    @Override
    public String text(int row) {
        double value = storage.get(row);
        return Double.isNaN(value) ? "" : format(value);
    }

    /**
     * The shortest text of a number, as used for levels: {@code 3} for 3.0, {@code 0.25} for 0.25.
     *
     * @param value a finite number
     * @return its text, the same on every machine
     */
    public static String format(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public NumericColumn select(int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = storage.get(rows[i]);
        }
        return new NumericColumn(NumericStorage.smallest(values, values.length));
    }

    /** Collects numbers. Not thread-safe. */
    public static final class Builder {
        private double[] values;
        private int size;

        private Builder(int rows) {
            values = new double[rows];
        }

        /**
         * Appends a number; an infinite one becomes missing.
         *
         * @param value the number, or NaN for a missing cell
         * @return this builder
         */
        public Builder add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = Double.isInfinite(value) ? Double.NaN : value;
            return this;
        }

        /**
         * The column of everything added so far.
         *
         * @return the column
         */
        public NumericColumn build() {
            return new NumericColumn(NumericStorage.smallest(values, size));
        }
    }
}
