package io.automl4j.tabular;

import io.automl4j.api.Checks;

/**
 * How trials are validated. A column in the role FOLD overrides everything but its own values; GROUP and TIME turn folds
 * into group folds and forward chaining, and a hold-out into held-out groups and the latest rows.
 *
 * @param method folds, hold-out, or the choice between them
 * @param folds the number of folds
 * @param repeats how often all rows are divided anew into folds; groups and times are divided once
 * @param share the share of rows that is held out
 */
public record Validation(Method method, int folds, int repeats, double share) {
    private static final int DEFAULT_FOLDS = 5;
    private static final double DEFAULT_SHARE = 0.2;

    /** What to do with the rows. */
    public enum Method {
        /**
         * By the number of rows: repeated folds below 500, five folds up to 20,000, a fifth held out above. Groups and
         * times are always five folds.
         */
        AUTO,
        /** Each row is validated by a model that has not seen it. */
        FOLDS,
        /** One part is validated, the rest is trained on. */
        HOLD_OUT
    }

    /** Checks the numbers. */
    public Validation {
        Checks.argument(folds >= 2, "folds is %d, but must be at least 2.", folds);
        Checks.positive(repeats, "repeats");
        Checks.argument(share > 0 && share < 1, "share is %s, but must lie between 0 and 1.", share);
    }

    /**
     * Chosen by the number of rows.
     *
     * @return the default
     */
    public static Validation auto() {
        return new Validation(Method.AUTO, DEFAULT_FOLDS, 1, DEFAULT_SHARE);
    }

    /**
     * Folds, stratified by the target.
     *
     * @param count the number of folds, at least 2; fewer where there are fewer rows, groups or times
     * @return the choice
     */
    public static Validation folds(int count) {
        return new Validation(Method.FOLDS, count, 1, DEFAULT_SHARE);
    }

    /**
     * One held-out part, stratified by the target.
     *
     * @param share the share of rows to hold out, between 0 and 1
     * @return the choice
     */
    public static Validation holdOut(double share) {
        return new Validation(Method.HOLD_OUT, DEFAULT_FOLDS, 1, share);
    }

    /**
     * Folds that are drawn several times.
     *
     * @param times how often
     * @return a copy
     * @throws IllegalArgumentException if this choice has no folds, or the number is not positive
     */
    public Validation repeated(int times) {
        Checks.argument(method == Method.FOLDS, "Only folds can be repeated.%nMaybe Validation.folds(5).repeated(2).");
        return new Validation(method, folds, times, share);
    }
}
