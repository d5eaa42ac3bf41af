package io.automl4j.model;

/**
 * Where a number is expected.
 *
 * @param lower the lower end; negative infinity if it is not known
 * @param upper the upper end; infinity if it is not known
 */
public record Interval(double lower, double upper) {

    /**
     * Whether a number lies within.
     *
     * @param value the number
     * @return true if so, also at an end
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
