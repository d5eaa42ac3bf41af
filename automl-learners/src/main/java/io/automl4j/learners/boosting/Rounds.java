package io.automl4j.learners.boosting;

import io.automl4j.api.learner.IterationPlan;

/** How many trees a booster of a given learning rate may grow, and how long it waits for a better one. */
public final class Rounds {
    private static final int MOST = 3_000;
    /** Rounds between two looks at the curves and the clock. */
    private static final int STEP = 10;

    private Rounds() {}

    /**
     * The smaller the rate, the more rounds and the more patience.
     *
     * @param learningRate what a tree's leaves are multiplied by, in (0, 1]
     * @return a plan that stops early
     */
    public static IterationPlan plan(double learningRate) {
        int maximum = (int) Math.min(MOST, Math.ceil(50 / learningRate));
        int patience = (int) Math.max(25, Math.min(150, 2.5 / learningRate));
        return new IterationPlan(maximum, STEP, patience);
    }
}
