package io.automl4j.api.table;

/** What the cells of a column mean. */
public enum ColumnKind {
    /** Numbers with an order and distances. */
    NUMERIC,
    /** Two levels, such as {@code true} and {@code false} or {@code yes} and {@code no}. */
    BOOLEAN,
    /** Levels without an order. */
    CATEGORICAL,
    /** Dates or points in time, kept as milliseconds since the epoch. */
    DATETIME,
    /** Short free text. */
    TEXT,
    /** A key of the row: unique, of no use for prediction. */
    ID
}
