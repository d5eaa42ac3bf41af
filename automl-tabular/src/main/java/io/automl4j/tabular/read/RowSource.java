package io.automl4j.tabular.read;

import java.util.List;

/** Rows of text that can be gone through more than once. */
public interface RowSource {

    /**
     * The names of the columns.
     *
     * @return the names in order, unique
     */
    List<String> names();

    /**
     * Goes through all rows.
     *
     * @param consumer is handed each row; the array is overwritten afterwards
     */
    void forEach(RowConsumer consumer);

    /** Takes rows. */
    @FunctionalInterface
    interface RowConsumer {

        /**
         * Takes a row.
         *
         * @param cells one text for each column, empty for a missing cell; only to be read during the call
         */
        void accept(String[] cells);
    }
}
