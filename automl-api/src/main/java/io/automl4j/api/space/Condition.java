package io.automl4j.api.space;

import java.util.Map;
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
     * Whether the condition holds.
     *
     * @param decoded the values so far, by name
     * @return true if the parameter is active
     */
    public boolean holds(Map<String, Object> decoded) {
        if (parameter.isEmpty()) {
            return true;
        }
        Object value = decoded.get(parameter);
        return value != null && values.contains(value.toString());
    }
}
