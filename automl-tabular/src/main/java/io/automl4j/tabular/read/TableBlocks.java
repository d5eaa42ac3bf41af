package io.automl4j.tabular.read;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A table as blocks of a file. */
final class TableBlocks {
    /** A column takes at least four lengths in the file. */
    private static final int SHORTEST_COLUMN = 16;

    private TableBlocks() {}

    static void write(Table table, BlockWriter out) throws IOException {
        Schema schema = table.schema();
        out.text(schema.zone().getId());
        out.integer(schema.missingTokens().size());
        for (String token : new TreeSet<>(schema.missingTokens())) {
            out.text(token);
        }
        out.integer(table.rows());
        out.integer(schema.columns().size());
        for (ColumnSchema column : schema.columns()) {
            out.text(column.name());
            out.text(column.kind().name());
            out.text(column.role().name());
            out.text(column.format());
        }
        for (Column column : table.columns()) {
            write(column, out);
        }
    }

    private static void write(Column column, BlockWriter out) throws IOException {
        if (column instanceof NumericColumn numbers) {
            CellWidth width = CellWidth.of(numbers);
            out.integer(width.id());
            for (int row = 0; row < numbers.size(); row++) {
                width.put(out.room(width.bytes()), numbers.value(row));
            }
        } else if (column instanceof StringColumn texts) {
            out.integer(texts.levels().size());
            for (String level : texts.levels()) {
                out.text(level);
            }
            for (int row = 0; row < texts.size(); row++) {
                out.integer(texts.code(row));
            }
        } else if (column instanceof TimeColumn times) {
            for (int row = 0; row < times.size(); row++) {
                out.room(Long.BYTES).putLong(times.millis(row));
            }
        }
    }

    static Table read(BlockReader in) throws IOException {
        ZoneId zone = zone(in);
        Set<String> tokens = new TreeSet<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            tokens.add(in.text());
        }
        int rows = in.integer();
        if (rows < 0) {
            throw in.damaged("it has %d rows".formatted(rows));
        }
        List<ColumnSchema> described = new ArrayList<>();
        for (int left = in.count(SHORTEST_COLUMN); left > 0; left--) {
            described.add(column(in));
        }
        List<Column> columns = new ArrayList<>();
        for (ColumnSchema column : described) {
            columns.add(cells(column, rows, in));
        }
        return Table.of(new Schema(described, tokens, zone), columns);
    }

    private static ZoneId zone(BlockReader in) throws IOException {
        String id = in.text();
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw in.damaged("'%s' is no time zone".formatted(id), e);
        }
    }

    private static ColumnSchema column(BlockReader in) throws IOException {
        String name = in.text();
        String kind = in.text();
        String role = in.text();
        try {
            return new ColumnSchema(name, ColumnKind.valueOf(kind), Role.valueOf(role), in.text());
        } catch (IllegalArgumentException e) {
            throw in.damaged("column '%s' is %s and %s".formatted(name, kind, role), e);
        }
    }

    private static Column cells(ColumnSchema column, int rows, BlockReader in) throws IOException {
        return switch (column.kind()) {
            case NUMERIC -> numbers(rows, in);
            case DATETIME -> times(rows, in);
            default -> texts(column, rows, in);
        };
    }

    private static Column numbers(int rows, BlockReader in) throws IOException {
        CellWidth width = CellWidth.byId(in.integer(), in);
        in.requireLeft(rows, width.bytes());
        NumericColumn.Builder builder = NumericColumn.builder(rows);
        for (int row = 0; row < rows; row++) {
            builder.add(width.get(in.next(width.bytes())));
        }
        return builder.build();
    }

    private static Column times(int rows, BlockReader in) throws IOException {
        in.requireLeft(rows, Long.BYTES);
        TimeColumn.Builder builder = TimeColumn.builder(rows);
        for (int row = 0; row < rows; row++) {
            builder.add(in.next(Long.BYTES).getLong());
        }
        return builder.build();
    }

    private static Column texts(ColumnSchema column, int rows, BlockReader in) throws IOException {
        List<String> levels = new ArrayList<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            levels.add(in.text());
        }
        in.requireLeft(rows, Integer.BYTES);
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = in.integer();
            if (codes[row] < StringColumn.MISSING || codes[row] >= levels.size()) {
                throw in.damaged(
                        "column '%s' has a code %d of %d levels".formatted(column.name(), codes[row], levels.size()));
            }
        }
        return StringColumn.of(levels, codes);
    }
}
