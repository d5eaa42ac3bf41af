package io.automl4j.api.space;

import io.automl4j.api.Checks;

/**
 * A whole number in a closed interval.
 *
 * @param name the name
 * @param low the least value
 * @param high the greatest value
 * @param log whether the unit interval maps to the logarithm of the value
 * @param initial the default value
 * @param condition when the parameter matters
 */
public record IntegerParameter(String name, long low, long high, boolean log, long initial, Condition condition)
        implements Parameter {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is empty, or not positive on a logarithmic scale, or the default lies
     *     outside
     */
    public IntegerParameter {
        Checks.argument(low < high, "Parameter '%s' has the empty interval [%s, %s].", name, low, high);
        Checks.argument(!log || low > 0, "Parameter '%s' has a log scale, but starts at %s.", name, low);
        Checks.in((double) initial, name, (double) low, (double) high);
    }

    @Override
    public Object defaultValue() {
        return initial;
    }

    @Override
    public Object decode(double u) {
        // every value owns an equal share of the (logarithmic) interval [low - 1/2, high + 1/2]
        double from = low - 0.5;
        double to = high + 0.5;
        double value = log ? from * Math.pow(to / from, u) : from + u * (to - from);
        return Math.min(high, Math.max(low, Math.round(value)));
    }

    @Override
    public double encode(Object value) {
        double from = low - 0.5;
        double to = high + 0.5;
        double number = ((Number) repair(value)).doubleValue();
        return log ? Math.log(number / from) / Math.log(to / from) : (number - from) / (to - from);
    }

    @Override
    public Object repair(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return Math.min(high, Math.max(low, Math.round(number.doubleValue())));
        }
        return initial;
    }
}
