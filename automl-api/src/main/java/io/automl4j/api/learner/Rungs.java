package io.automl4j.api.learner;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * The shares of iterations at which a multi-fidelity strategy compares trials of a learner.
 *
 * @param iterations rising shares of the iterations, the last one 1
 * @param continuing whether going to the next rung continues from the checkpoint; else it trains anew
 */
public record Rungs(List<Double> iterations, boolean continuing) {

    /** One rung: the full training. */
    public static final Rungs FULL = new Rungs(List.of(1.0), false);

    /**
     * Copies the shares.
     *
     * @throws IllegalArgumentException if they do not rise to 1
     */
    public Rungs {
        iterations = List.copyOf(iterations);
        double last = 0;
        for (double share : iterations) {
            Checks.argument(share > last, "Rungs must rise: %s.", iterations);
            last = share;
        }
        Checks.argument(last == 1.0, "The last rung must be 1: %s.", iterations);
    }
}
