package io.automl4j.tabular;

import io.automl4j.api.Checks;

/**
 * How trials are validated, as far as the user says. Group, time and fold columns of the table come first; this is about
 * tables without them.
 *
 * @param folds the number of folds; 0 chooses by the number of rows, 1 is a hold-out
 * @param repeats how often the folds are drawn anew
 * @param holdOut the share of rows held out, where there is one fold
 */
public record Validation(int folds, int repeats, double holdOut) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Validation {
        Checks.argument(folds >= 0, "%d folds cannot be drawn.", folds);
        Checks.positive(repeats, "repeats");
        Checks.in(holdOut, "holdOut", 0.01, 0.9);
    }

    /**
     * By the number of rows: repeated folds below 600, five folds up to 20,000, a hold-out of a fifth above.
     *
     * @return the default
     */
    public static Validation auto() {
        return new Validation(0, 1, 0.2);
    }

    /**
     * Stratified folds.
     *
     * @param count their number, at least two
     * @return the choice
     * @throws IllegalArgumentException if there are fewer than two
     */
    public static Validation folds(int count) {
        Checks.argument(count >= 2, "%d folds are too few; a hold-out is Validation.holdOut.", count);
        return new Validation(count, 1, 0.2);
    }

    /**
     * The same folds, drawn several times; predictions for a row are averaged.
     *
     * @param times how often
     * @return a copy
     */
    public Validation repeated(int times) {
        return new Validation(folds, times, holdOut);
    }

    /**
     * One stratified part that is held out; the shipped members are then trained again on all rows.
     *
     * @param share its share of the rows
     * @return the choice
     */
    public static Validation holdOut(double share) {
        return new Validation(1, 1, share);
    }
}
