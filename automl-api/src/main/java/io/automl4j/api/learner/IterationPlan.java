package io.automl4j.api.learner;

import io.automl4j.api.Checks;

/**
 * How a training proceeds: epochs, rounds, trees.
 *
 * @param maximum iterations of the full training
 * @param step iterations between two looks at the clock and the curve
 * @param patience iterations without a better watched loss after which training ends; 0 if more is never worse and no
 *     curve is needed
 */
public record IterationPlan(int maximum, int step, int patience) {

    /** A training in one go. */
    public static final IterationPlan SINGLE = new IterationPlan(1, 1, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public IterationPlan {
        Checks.positive(maximum, "maximum");
        Checks.positive(step, "step");
        Checks.argument(patience >= 0, "patience is %d, but must not be negative.", patience);
    }
}
