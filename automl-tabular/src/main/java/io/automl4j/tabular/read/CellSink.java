package io.automl4j.tabular.read;

/** Takes the cells of a table row by row. Slices instead of strings: most cells become a number and never a string. */
public interface CellSink {

    /**
     * Takes a cell, without spaces around it.
     *
     * @param column its column, from 0, rising within a row
     * @param text holds the cell; only to be read during the call
     * @param offset where the cell begins
     * @param length its length, 0 for a missing cell
     */
    void cell(int column, char[] text, int offset, int length);

    /** Ends a row. */
    void endRow();

    /**
     * Hands a cell on after leaving out the spaces around it.
     *
     * @param column its column, from 0
     * @param text holds the cell
     * @param offset where the cell begins
     * @param length its length
     */
    default void trimmed(int column, char[] text, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && Character.isWhitespace(text[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(text[to - 1])) {
            to--;
        }
        cell(column, text, from, to - from);
    }

    /**
     * Hands a cell on that is at hand as a string.
     *
     * @param column its column, from 0
     * @param text the cell
     */
    default void text(int column, String text) {
        trimmed(column, text.toCharArray(), 0, text.length());
    }
}
