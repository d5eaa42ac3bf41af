package io.automl4j.api.run;

/**
 * Something about the data that was noticed before the search, and what was done about it.
 *
 * @param kind what was noticed
 * @param column the name of the column; empty if the warning is about rows
 * @param message what was found, with numbers
 * @param action what was done
 */
public record DataWarning(Kind kind, String column, String message, String action) {

    /** What can be noticed. */
    public enum Kind {
        /** Every row has the same value. */
        CONSTANT,
        /** Every row is missing. */
        ALL_MISSING,
        /** Equal to another column in every row. */
        DUPLICATE_COLUMN,
        /** A key of the row. */
        ID_LIKE,
        /** Predicts the target almost perfectly by itself, as a copy or consequence of it would. */
        PROXY,
        /** Equal rows, which would lie on both sides of a split. */
        DUPLICATE_ROWS,
        /** Rows with equal features and different targets. */
        CONFLICTING_LABELS,
        /** A class with fewer rows than folds. */
        RARE_CLASS,
        /** Classes whose names differ by case only. */
        SIMILAR_CLASSES,
        /** Rows without a target. */
        MISSING_TARGET,
        /** Numbers that could not be represented, such as 1e400. */
        UNREPRESENTABLE,
        /** Cells that can be read in two ways, such as dates whose day and month could be changed about. */
        AMBIGUOUS,
        /** A learner that cannot be used here. */
        LEARNER,
        /** No column is left to learn from. */
        NO_FEATURES,
        /** Nothing but the baseline was fitted. */
        NOTHING_LEARNED,
        /** A constraint that the model does not keep. */
        CONSTRAINT,
        /** A knowledge base, or a file of it, that cannot be used. */
        KNOWLEDGE,
        /** An earlier model of which less is taken over than was asked for. */
        EARLIER_MODEL,
        /** A work directory that could not be written any more. */
        WORK_DIRECTORY,
        /** Levels that training did not have, in rows to be predicted. */
        UNKNOWN_LEVEL,
        /** A column that training did not have. */
        EXTRA_COLUMN,
        /** A class that training did not have. */
        UNKNOWN_CLASS
    }

    @Override
    public String toString() {
        String where = column.isEmpty() ? "" : "Column '" + column + "': ";
        return where + message + " " + action;
    }
}
