package io.automl4j.model;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts tables into blocks of rows, so that prediction needs the memory of one block only. */
final class RowBlocks {
    static final int ROWS = 1_024;

    private RowBlocks() {}

    /** The rows from {@code from} on, at most {@link #ROWS}. */
    static Table at(Table table, int from) {
        if (table.rows() <= ROWS) {
            return table;
        }
        int[] rows = IntStream.range(from, Math.min(table.rows(), from + ROWS)).toArray();
        return Table.of(
                table.schema(),
                table.columns().stream().map(column -> select(column, rows)).toList());
    }

    private static Column select(Column column, int[] rows) {
        boolean many = column instanceof StringColumn texts && texts.levels().size() > rows.length;
        return many ? compact((StringColumn) column, rows) : column.select(rows);
    }

    /** Keeps the levels of these rows only: encoders look at every level, which for each block would be quadratic. */
    private static StringColumn compact(StringColumn column, int[] rows) {
        Map<Integer, Integer> known = new HashMap<>();
        List<String> levels = new ArrayList<>();
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = column.code(rows[i]);
            if (code == StringColumn.MISSING) {
                codes[i] = StringColumn.MISSING;
                continue;
            }
            Integer number = known.get(code);
            if (number == null) {
                number = levels.size();
                known.put(code, number);
                levels.add(column.levels().get(code));
            }
            codes[i] = number;
        }
        return StringColumn.of(levels, codes);
    }
}
