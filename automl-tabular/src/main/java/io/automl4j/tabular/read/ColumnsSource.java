package io.automl4j.tabular.read;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns in memory.
 *
 * @param title what messages call them
 * @param names the names in order
 * @param columns the cells
 * @param declared the columns whose kind is known; the others hold text
 */
record ColumnsSource(String title, List<String> names, List<Column> columns, Map<String, ColumnSchema> declared)
        implements RowSource {

    /** A table whose kinds stay unless somebody says otherwise. */
    static ColumnsSource of(String title, Table table) {
        Map<String, ColumnSchema> declared = new HashMap<>();
        table.schema().columns().forEach(column -> declared.put(column.name(), column));
        return new ColumnsSource(
                title, table.schema().columns().stream().map(ColumnSchema::name).toList(), table.columns(), declared);
    }

    @Override
    public Optional<Column> ready(int column) {
        return declared.containsKey(names.get(column)) ? Optional.of(columns.get(column)) : Optional.empty();
    }

    @Override
    public void replay(CellSink sink) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                sink.text(column, columns.get(column).text(row));
            }
            sink.endRow();
        }
    }
}
