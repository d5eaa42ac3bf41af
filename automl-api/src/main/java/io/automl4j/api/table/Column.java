package io.automl4j.api.table;

/**
 * The cells of one column, immutable. Physical storage only: what the cells mean is in the {@link ColumnSchema}.
 * {@link ColumnKind#NUMERIC} is stored as {@link NumericColumn}, {@link ColumnKind#DATETIME} as {@link TimeColumn},
 * every other kind as {@link StringColumn}.
 */
public sealed interface Column permits NumericColumn, StringColumn, TimeColumn {

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    int size();

    /**
     * Whether a cell is missing.
     *
     * @param row the row, from 0
     * @return true if the cell holds no value
     */
    boolean isMissing(int row);

    /**
     * A cell as text: numbers in their shortest form ({@code 3}, not {@code 3.0}), times in ISO-8601 form in UTC.
     *
     * @param row the row, from 0
     * @return the text, empty if the cell is missing
     */
    String text(int row);

    /**
     * The cells of some rows, in the given order.
     *
     * @param rows row numbers, from 0; repetitions are allowed
     * @return a column of {@code rows.length} cells
     */
    Column select(int[] rows);

    /**
     * The number of missing cells.
     *
     * @return the number of missing cells
     */
    default int missing() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isMissing(row) ? 1 : 0;
        }
        return count;
    }
}
