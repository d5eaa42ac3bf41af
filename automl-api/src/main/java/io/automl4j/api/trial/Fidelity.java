package io.automl4j.api.trial;

import io.automl4j.api.Checks;

/**
 * How much of the full training a trial gets.
 *
 * @param iterations share of the learner's iterations (epochs, rounds, trees), in (0,1]
 * @param rows share of the training rows, in (0,1]
 * @param folds number of folds that are trained
 */
public record Fidelity(double iterations, double rows, int folds) {

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if a share lies outside (0,1] or there is no fold
     */
    public Fidelity {
        Checks.in(iterations, "iterations", Double.MIN_VALUE, 1.0);
        Checks.in(rows, "rows", Double.MIN_VALUE, 1.0);
        Checks.positive(folds, "folds");
    }

    /**
     * All iterations on all rows.
     *
     * @param folds number of folds that are trained
     * @return the fidelity
     */
    public static Fidelity full(int folds) {
        return new Fidelity(1.0, 1.0, folds);
    }
}
