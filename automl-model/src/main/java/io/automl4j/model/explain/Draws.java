package io.automl4j.model.explain;

import io.automl4j.api.Checks;

/**
 * What is drawn for an explanation.
 *
 * @param count how often
 * @param seed the seed of all draws
 */
public record Draws(int count, long seed) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is below one
     */
    public Draws {
        Checks.positive(count, "count");
    }
}
