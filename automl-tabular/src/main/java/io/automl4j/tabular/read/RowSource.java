package io.automl4j.tabular.read;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of text that can be gone through more than once. */
public interface RowSource {

    /**
     * What messages call it.
     *
     * @return a file name in quotes, or words
     */
    String title();

    /**
     * The names of the columns.
     *
     * @return the names in order, unique
     */
    List<String> names();

    /**
     * The missing tokens that are usual in such a source.
     *
     * @return the tokens
     */
    default Set<String> missingTokens() {
        return Schema.DEFAULT_MISSING_TOKENS;
    }

    /**
     * Columns whose kind the source itself knows.
     *
     * @return the columns by name
     */
    default Map<String, ColumnSchema> declared() {
        return Map.of();
    }

    /**
     * The cells of a declared column, if they are at hand already.
     *
     * @param column its position, from 0
     * @return the cells, or empty if they are to be read from the rows
     */
    default Optional<Column> ready(int column) {
        return Optional.empty();
    }

    /**
     * Goes through all rows.
     *
     * @param sink is handed each cell of each row
     */
    void replay(CellSink sink);
}
