package io.automl4j.model.encode;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds columns by name, quickly when they are asked for in the order of the table: a search through all names for each
 * of ten thousand columns takes a second.
 */
final class ColumnCursor {
    private static final int AHEAD = 4;

    private final Table table;
    private final List<ColumnSchema> columns;
    private int at;
    /** Filled when a column is first asked for out of order. */
    private final Map<String, Integer> positions = new HashMap<>(0);

    ColumnCursor(Table table) {
        this.table = table;
        this.columns = table.schema().columns();
    }

    /** The cells of a column; {@link io.automl4j.api.DataException} if there is none of this name. */
    Column column(String name) {
        int end = Math.min(columns.size(), at + AHEAD);
        for (int i = at; i < end; i++) {
            if (columns.get(i).name().equals(name)) {
                at = i;
                return table.column(i);
            }
        }
        if (positions.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                positions.put(columns.get(i).name(), i);
            }
        }
        Integer position = positions.get(name);
        if (position == null) {
            return table.column(name); // which says what there is instead
        }
        at = position;
        return table.column(position);
    }
}
