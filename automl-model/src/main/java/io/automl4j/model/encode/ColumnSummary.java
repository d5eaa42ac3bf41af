package io.automl4j.model.encode;

import java.util.Arrays;

/**
 * What training saw in an encoded column.
 *
 * @param column its position
 * @param missing the number of rows without a value
 * @param varies whether two values differ
 * @param centre the median
 * @param factor what makes the interquartile range 1, or if that is 0 the whole range 2; 0 for a constant column
 */
record ColumnSummary(int column, int missing, boolean varies, float centre, float factor) {

    /** Sums up a column of row-major rows; {@code values} has room for one value of each row. */
    static ColumnSummary of(float[] raw, int width, int column, float[] values, Finish.Mode mode) {
        int present = 0;
        boolean varies = false;
        for (int row = 0; row < values.length; row++) {
            float value = raw[row * width + column];
            if (!Float.isNaN(value)) {
                values[present++] = value;
                varies |= value != values[0];
            }
        }
        int missing = values.length - present;
        if (mode == Finish.Mode.KEEP || !varies) {
            return new ColumnSummary(column, missing, varies, 0, 0);
        }
        Arrays.sort(values, 0, present);
        return new ColumnSummary(column, missing, true, at(values, present, 0.5), factor(values, present));
    }

    private static float factor(float[] sorted, int size) {
        double quartiles = (double) at(sorted, size, 0.75) - at(sorted, size, 0.25);
        double range = (double) sorted[size - 1] - sorted[0];
        double factor = quartiles > 0 ? 1 / quartiles : 2 / range;
        return NumberEncoder.single(factor); // a range of 1e-40 would scale to infinity
    }

    private static float at(float[] sorted, int size, double quantile) {
        return sorted[(int) Math.round(quantile * (size - 1))];
    }

    boolean sometimesMissing(int rows) {
        return missing > 0 && missing < rows;
    }
}
