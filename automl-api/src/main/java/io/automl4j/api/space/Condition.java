package io.automl4j.api.space;

import java.util.Set;

/**
 * When a parameter is active: if another parameter, earlier in the space, has one of some values.
 *
 * @param parameter the name of the other parameter; empty for always
 * @param values the texts of the values that activate
 */
public record Condition(String parameter, Set<String> values) {

    /** The condition that always holds. */
    public static final Condition ALWAYS = new Condition("", Set.of());

    /** Copies the values. */
    public Condition {
        values = Set.copyOf(values);
    }

    /**
     * Whether the condition holds in a configuration.
     *
     * @param configuration the values decoded so far
     * @return true if the parameter is active
     */
    public boolean holds(Configuration configuration) {
        return parameter.isEmpty()
                || configuration
                        .find(parameter)
                        .map(v -> values.contains(v.toString()))
                        .orElse(false);
    }
}
