package io.automl4j.tabular.validation;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * The folds of a run.
 *
 * @param kind how they were drawn
 * @param folds the folds, at least one
 * @param rows the number of rows of the table
 */
public record ValidationPlan(Kind kind, List<Fold> folds, int rows) {

    /** How folds are drawn. */
    public enum Kind {
        /** Stratified by the target. */
        STRATIFIED,
        /** Stratified by the target, several times. */
        REPEATED,
        /** One stratified part held out. */
        HOLD_OUT,
        /** No group in both parts. */
        GROUP,
        /** Validation after training in time. */
        TIME,
        /** As a column says. */
        USER
    }

    /**
     * Copies the folds.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ValidationPlan {
        folds = List.copyOf(folds);
        Checks.argument(!folds.isEmpty(), "A plan of %d rows needs a fold.", rows);
    }

    /**
     * Whether every row is validated. If not, the shipped members are trained again on all rows.
     *
     * @return true if the validation parts hold all rows
     */
    public boolean coversAllRows() {
        return folds.size() > 1 && outOfFold(folds.size()).rows().length == rows;
    }

    /**
     * The rows that the first folds validate on.
     *
     * @param count the number of folds
     * @return their rows
     */
    public OutOfFold outOfFold(int count) {
        return new OutOfFold(folds.subList(0, count), rows);
    }

    /**
     * The plan in words.
     *
     * @return such as {@code 5 stratified folds}
     */
    public String describe() {
        return switch (kind) {
            case STRATIFIED -> folds.size() + " stratified folds";
            case REPEATED -> folds.size() + " stratified folds in several draws";
            case HOLD_OUT -> "hold-out of %d of %d rows".formatted(folds.get(0).validation().length, rows);
            case GROUP -> folds.size() + " folds of whole groups";
            case TIME -> folds.size() + " folds forward in time";
            case USER -> folds.size() + " folds as given";
        };
    }
}
