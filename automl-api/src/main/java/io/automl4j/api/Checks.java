package io.automl4j.api;

import java.util.Locale;

/** Checks of arguments that return the value, so that constructors read as assignments. */
public final class Checks {
    private Checks() {}

    /**
     * Checks that a value lies in a closed interval.
     *
     * @param value the value
     * @param name its name for the message
     * @param low the least allowed value
     * @param high the greatest allowed value
     * @return the value
     * @throws IllegalArgumentException if the value is NaN or outside the interval
     */
    public static double in(double value, String name, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s, but must lie in [%s, %s].", name, value, low, high));
        }
        return value;
    }

    /**
     * Checks that a count is at least one.
     *
     * @param value the count
     * @param name its name for the message
     * @return the count
     * @throws IllegalArgumentException if the count is below one
     */
    public static int positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException("%s is %d, but must be at least 1.".formatted(name, value));
        }
        return value;
    }

    /**
     * How many values rows have together, of which there may be too many for an array.
     *
     * @param rows how many rows
     * @param each how many values each has
     * @return the product
     * @throws DataException if no array has so many
     */
    public static int values(int rows, long each) {
        if (rows > 0 && each > Integer.MAX_VALUE / rows) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d rows of %,d values each are more than an array has places for.%nMaybe take them in parts.",
                    rows,
                    each));
        }
        return (int) (rows * each);
    }

    /**
     * Checks a condition on an argument.
     *
     * @param condition what must hold
     * @param message the message with {@link String#format} placeholders
     * @param arguments the values of the placeholders
     * @throws IllegalArgumentException if the condition does not hold
     */
    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation would be a dependency of the API
    public static void argument(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(arguments));
        }
    }
}
