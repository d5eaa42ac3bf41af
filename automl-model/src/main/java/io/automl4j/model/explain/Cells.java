package io.automl4j.model.explain;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import java.util.ArrayList;
import java.util.List;

/** Tables with other cells. */
final class Cells {
    private Cells() {}

    /** A table with other cells in a column. */
    static Table replaced(Table table, int index, Column cells) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(index, cells);
        return Table.of(table.schema(), columns);
    }

    /** The same table without levels that no row has: encoders look at every level, for each prediction. */
    static Table compact(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean many =
                    column instanceof StringColumn cells && cells.levels().size() > cells.size();
            columns.add(many ? texts(List.of(column)) : column);
        }
        return Table.of(table.schema(), columns);
    }

    /** The rows of two tables of one schema, those of the first one first. */
    static Table joined(Table first, Table second) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < first.columns().size(); i++) {
            columns.add(joined(first.column(i), second.column(i)));
        }
        return Table.of(first.schema(), columns);
    }

    private static Column joined(Column first, Column second) {
        if (first instanceof NumericColumn) {
            NumericColumn.Builder builder = NumericColumn.builder(first.size() + second.size());
            for (Column column : List.of(first, second)) {
                NumericColumn numbers = (NumericColumn) column;
                for (int row = 0; row < numbers.size(); row++) {
                    builder.add(numbers.value(row));
                }
            }
            return builder.build();
        }
        if (first instanceof TimeColumn) {
            TimeColumn.Builder builder = TimeColumn.builder(first.size() + second.size());
            for (Column column : List.of(first, second)) {
                TimeColumn times = (TimeColumn) column;
                for (int row = 0; row < times.size(); row++) {
                    builder.add(times.millis(row));
                }
            }
            return builder.build();
        }
        return texts(List.of(first, second));
    }

    private static Column texts(List<Column> columns) {
        StringColumn.Builder builder = StringColumn.builder();
        for (Column column : columns) {
            for (int row = 0; row < column.size(); row++) {
                if (column.isMissing(row)) {
                    builder.addMissing();
                } else {
                    builder.add(column.text(row));
                }
            }
        }
        return builder.build();
    }

    /** What a cell of an ordered column is as a number; NaN if it is missing. */
    static double number(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return numbers.value(row);
        }
        TimeColumn times = (TimeColumn) column;
        return times.isMissing(row) ? Double.NaN : times.millis(row);
    }
}
