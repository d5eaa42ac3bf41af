package io.automl4j.api.space;

import io.automl4j.api.Checks;

/**
 * A real number in a closed interval.
 *
 * @param name the name
 * @param low the least value
 * @param high the greatest value
 * @param log whether the unit interval maps to the logarithm of the value
 * @param initial the default value
 * @param condition when the parameter matters
 */
public record RealParameter(String name, double low, double high, boolean log, double initial, Condition condition)
        implements Parameter {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is empty, or not positive on a logarithmic scale, or the default lies
     *     outside
     */
    public RealParameter {
        Checks.argument(low < high, "Parameter '%s' has the empty interval [%s, %s].", name, low, high);
        Checks.argument(!log || low > 0, "Parameter '%s' has a log scale, but starts at %s.", name, low);
        Checks.in(initial, name, low, high);
    }

    @Override
    public Object defaultValue() {
        return initial;
    }

    @Override
    public Object decode(double u) {
        double value = log ? low * Math.pow(high / low, u) : low + u * (high - low);
        return Math.min(high, Math.max(low, value));
    }

    @Override
    public double encode(Object value) {
        double number = ((Number) repair(value)).doubleValue();
        double u = log ? Math.log(number / low) / Math.log(high / low) : (number - low) / (high - low);
        return Math.min(1.0, Math.max(0.0, u));
    }

    @Override
    public Object repair(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return Math.min(high, Math.max(low, number.doubleValue()));
        }
        return initial;
    }
}
