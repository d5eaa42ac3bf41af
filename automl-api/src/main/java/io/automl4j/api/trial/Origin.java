package io.automl4j.api.trial;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a configuration comes from.
 *
 * @param operator how it was found, such as {@code start}, {@code random} or the operators of an evolution
 * @param parents the numbers of the requests that it was made of
 */
public record Origin(String operator, List<Long> parents) {
    /** A configuration that was given. */
    public static final Origin START = of("start");

    /** Copies the list. */
    public Origin {
        requireNonNull(operator, "operator");
        parents = List.copyOf(parents);
    }

    /**
     * An origin without parents.
     *
     * @param operator how the configuration was found
     * @return the origin
     */
    public static Origin of(String operator) {
        return new Origin(operator, List.of());
    }
}
