package io.automl4j.api.space;

import io.automl4j.api.Checks;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values of parameters by name, immutable; inactive parameters are absent, so that equal behaviour means equal
 * configurations.
 *
 * @param values {@link Double}, {@link Long} or {@link String} by name
 */
public record Configuration(Map<String, Object> values) {

    /** The configuration without any value. */
    public static final Configuration EMPTY = new Configuration(Map.of());

    /**
     * Copies the values, in alphabetical order of their names.
     *
     * @throws IllegalArgumentException if a value is none of the three types
     */
    public Configuration {
        TreeMap<String, Object> sorted = new TreeMap<>(values);
        sorted.replaceAll(Configuration::normalise);
        values = java.util.Collections.unmodifiableMap(sorted);
    }

    private static Object normalise(String name, Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        Checks.argument(
                value instanceof Double || value instanceof Long || value instanceof String,
                "Parameter '%s' has the value %s of %s; real, integer and text are possible.",
                name,
                value,
                value.getClass().getName());
        return value;
    }

    /** Written out, as is the hash: linking those that are generated takes tens of milliseconds at the start of a run. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration configuration && values.equals(configuration.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * A configuration from names and values in turn.
     *
     * @param namesAndValues name, value, name, value …
     * @return the configuration
     */
    public static Configuration of(Object... namesAndValues) {
        return EMPTY.with(namesAndValues);
    }

    /**
     * A value, if it is there.
     *
     * @param name the parameter's name
     * @return the value, or empty if the parameter is inactive or unknown
     */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A real value.
     *
     * @param name the parameter's name
     * @return the value
     * @throws IllegalArgumentException if it is absent or no number
     */
    public double real(String name) {
        return require(name, Number.class).doubleValue();
    }

    /**
     * An integer value.
     *
     * @param name the parameter's name
     * @return the value
     * @throws IllegalArgumentException if it is absent or no number
     */
    public int integer(String name) {
        return Math.toIntExact(require(name, Number.class).longValue());
    }

    /**
     * A choice.
     *
     * @param name the parameter's name
     * @return the value
     * @throws IllegalArgumentException if it is absent or no text
     */
    public String choice(String name) {
        return require(name, String.class);
    }

    private <T> T require(String name, Class<T> type) {
        Object value = find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no parameter '%s' in %s.".formatted(name, this)));
        Checks.argument(type.isInstance(value), "Parameter '%s' is %s, not a %s.", name, value, type.getSimpleName());
        return type.cast(value);
    }

    /**
     * The same configuration with other values.
     *
     * @param namesAndValues name, value, name, value …
     * @return a copy
     */
    public Configuration with(Object... namesAndValues) {
        Checks.argument(namesAndValues.length % 2 == 0, "A name without a value: %d items.", namesAndValues.length);
        TreeMap<String, Object> changed = new TreeMap<>(values);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Configuration(changed);
    }

    /**
     * A text that is equal for equal configurations only.
     *
     * @return {@code name=value} pairs in alphabetical order
     */
    public String fingerprint() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "{" + fingerprint() + "}";
    }
}
