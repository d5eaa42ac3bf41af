package io.automl4j.tabular.validation;

import io.automl4j.api.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which rows are trained on and validated together.
 *
 * @param kind how the rows were divided
 * @param folds the folds; of repeated folds those of the first repetition come first, of forward chaining the one with
 *     the latest rows
 * @param rows the number of rows of the table
 */
public record ValidationPlan(Kind kind, List<Fold> folds, int rows) {

    /** How rows are divided. */
    public enum Kind {
        /** Folds with equal shares of the classes, or of the quantiles of the target. */
        STRATIFIED,
        /** Stratified folds, drawn several times. */
        REPEATED,
        /** One validation part, with equal shares of the classes or quantiles. */
        HOLD_OUT,
        /** No group is on both sides. */
        GROUP,
        /** Validation rows are later than training rows. */
        TIME,
        /** The user's own folds. */
        USER
    }

    /** Copies the folds. */
    public ValidationPlan {
        folds = List.copyOf(folds);
        Checks.argument(!folds.isEmpty(), "A plan without folds.");
    }

    /**
     * Whether rows are in folds by chance, so that any row stands for any other.
     *
     * @return false where groups, time or the user's own folds say what is apart
     */
    public boolean isRandom() {
        return switch (kind) {
            case STRATIFIED, REPEATED, HOLD_OUT -> true;
            case GROUP, TIME, USER -> false;
        };
    }

    /**
     * Whether the models of all folds together have been trained on every row. If not (hold-out, forward chaining),
     * what is shipped should be trained again on all rows.
     *
     * @return true if each row is in the training part of some fold
     */
    public boolean coversAllRows() {
        boolean[] trained = new boolean[rows];
        for (Fold fold : folds) {
            for (int row : fold.train()) {
                trained[row] = true;
            }
        }
        for (boolean seen : trained) {
            if (!seen) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many folds, from the first one, validate each row once.
     *
     * @return of repeated folds those of the first repetition, else all
     */
    public int foldsOfRepetition() {
        return kind == Kind.REPEATED ? folds.size() / repeats() : folds.size();
    }

    /**
     * The folds that validate none of a fold's validation rows: of repeated folds those of the same repetition.
     *
     * @param fold the number of a fold
     * @param count how many folds, from the first one, are asked about
     * @return numbers of folds, without the fold itself
     */
    public List<Integer> disjoint(int fold, int count) {
        boolean[] validated = new boolean[rows];
        for (int row : folds.get(fold).validation()) {
            validated[row] = true;
        }
        return IntStream.range(0, count)
                .filter(other -> Arrays.stream(folds.get(other).validation()).noneMatch(row -> validated[row]))
                .boxed()
                .toList();
    }

    /**
     * How predictions of the first folds become predictions of rows.
     *
     * @param count the number of folds that were run, at least 1
     * @return the rows that these folds validate
     */
    public OutOfFold outOfFold(int count) {
        Checks.in(count, "folds", 1, folds.size());
        return OutOfFold.of(folds.subList(0, count), rows);
    }

    /**
     * The plan in words.
     *
     * @return such as {@code 5 stratified folds, 2 times}
     */
    public String describe() {
        return switch (kind) {
            case STRATIFIED -> "%d stratified folds".formatted(folds.size());
            case REPEATED -> "%d stratified folds, %d times".formatted(foldsOfRepetition(), repeats());
            case HOLD_OUT -> String.format(Locale.ROOT, "hold-out of %d rows (%.0f %%)", held(), 100.0 * held() / rows);
            case GROUP ->
                folds.size() == 1
                        ? "hold-out of groups, %d rows".formatted(held())
                        : "%d folds by group".formatted(folds.size());
            case TIME ->
                folds.size() == 1
                        ? "hold-out of the latest %d rows".formatted(held())
                        : "%d folds forward in time".formatted(folds.size());
            case USER -> "%d folds of your own".formatted(folds.size());
        };
    }

    private int held() {
        return folds.get(0).validation().length;
    }

    /** How often the row that is validated most is validated. */
    private int repeats() {
        int[] times = new int[rows];
        for (Fold fold : folds) {
            for (int row : fold.validation()) {
                times[row]++;
            }
        }
        return Arrays.stream(times).max().orElse(1);
    }
}
