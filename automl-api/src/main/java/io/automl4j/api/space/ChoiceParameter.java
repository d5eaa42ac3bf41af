package io.automl4j.api.space;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * One of some names.
 *
 * @param name the name
 * @param choices the values, at least two
 * @param initial the default value
 * @param condition when the parameter matters
 */
public record ChoiceParameter(String name, List<String> choices, String initial, Condition condition)
        implements Parameter {

    /**
     * Copies the choices.
     *
     * @throws IllegalArgumentException if there are fewer than two or the default is none of them
     */
    public ChoiceParameter {
        choices = List.copyOf(choices);
        Checks.argument(choices.size() >= 2, "Parameter '%s' has fewer than two choices: %s.", name, choices);
        Checks.argument(choices.contains(initial), "Default '%s' of '%s' is none of %s.", initial, name, choices);
    }

    @Override
    public Object defaultValue() {
        return initial;
    }

    @Override
    public Object decode(double u) {
        return choices.get(Math.min(choices.size() - 1, (int) (u * choices.size())));
    }

    @Override
    public double encode(Object value) {
        return (choices.indexOf((String) repair(value)) + 0.5) / choices.size();
    }

    @Override
    public Object repair(Object value) {
        return value instanceof String text && choices.contains(text) ? text : initial;
    }
}
