package io.automl4j.api.table;

import java.time.Instant;
import java.util.Arrays;

/** Points in time as milliseconds since 1970-01-01T00:00Z. */
public final class TimeColumn implements Column {
    /** The value of a missing cell. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] millis;

    private TimeColumn(long[] millis) {
        this.millis = millis;
    }

    /**
     * A column of the given times.
     *
     * @param millis milliseconds since the epoch, copied; {@link #MISSING} for a missing cell
     * @return the column
     */
    public static TimeColumn of(long... millis) {
        return new TimeColumn(millis.clone());
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
     * The time of a row.
     *
     * @param row the row, from 0
     * @return milliseconds since the epoch, or {@link #MISSING}
     */
    public long millis(int row) {
        return millis[row];
    }

    @Override
    public int size() {
        return millis.length;
    }

    @Override
    public boolean isMissing(int row) {
        return millis[row] == MISSING;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Instant.ofEpochMilli(millis[row]).toString();
    }

    @Override
    public TimeColumn select(int[] rows) {
        long[] selected = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = millis[rows[i]];
        }
        return new TimeColumn(selected);
    }

    /** Collects times. Not thread-safe. */
    public static final class Builder {
        private long[] millis;
        private int size;

        private Builder(int rows) {
            millis = new long[rows];
        }

        /**
         * Appends a time.
         *
         * @param value milliseconds since the epoch, or {@link #MISSING}
         * @return this builder
         */
        public Builder add(long value) {
            if (size == millis.length) {
                millis = Arrays.copyOf(millis, size + (size >> 1));
            }
            millis[size++] = value;
            return this;
        }

        /**
         * The column of everything added so far.
         *
         * @return the column
         */
        public TimeColumn build() {
            return new TimeColumn(Arrays.copyOf(millis, size));
        }
    }
}
