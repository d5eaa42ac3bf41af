package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.model.parse.MissingTokens;
import io.automl4j.model.parse.TimeFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Turns rows of text into a table: one pass finds out what the columns mean, a second one fills them. */
public final class TableAssembly {
    private static final int UNKNOWN_ROWS = 1024;

    private TableAssembly() {}

    /**
     * The table of a source.
     *
     * @param source the rows
     * @param options what is known about them
     * @return the table
     * @throws DataException if there is no row, or a column that is spoken of does not exist
     */
    public static Table assemble(RowSource source, ReadOptions options) {
        Schema names = Schema.of(source.names().stream()
                .map(name -> ColumnSchema.of(name, ColumnKind.TEXT))
                .toList());
        options.kinds().keySet().forEach(names::requireIndex);
        SchemaInference inference = new SchemaInference(source, options);
        Schema schema = inference.infer();
        List<Optional<Column>> ready = ready(source, schema);
        int expected = inference.rows() < 0 ? UNKNOWN_ROWS : inference.rows();
        requireRows(source, expected);
        List<Column> columns = ready.stream().allMatch(Optional::isPresent)
                ? ready.stream().flatMap(Optional::stream).toList()
                : fill(source, schema, ready, options, expected);
        Table table = Table.of(schema, columns);
        requireRows(source, table.rows());
        if (inference.rows() >= 0 && table.rows() != inference.rows()) {
            throw new DataException("%s changed while it was read: %d rows, then %d.%nMaybe wait until it is written."
                    .formatted(source.title(), inference.rows(), table.rows()));
        }
        return table;
    }

    /**
     * A table that is there already, with what the options say about it.
     *
     * @param title what messages call it
     * @param table the table
     * @param options what is known about it
     * @return the table itself if nothing is said, else one with other kinds
     */
    public static Table assemble(String title, Table table, ReadOptions options) {
        boolean asItIs = options.kinds().isEmpty()
                && options.like().isEmpty()
                && options.tokens().isEmpty();
        return asItIs ? table : assemble(ColumnsSource.of(title, table), options);
    }

    private static void requireRows(RowSource source, int rows) {
        if (rows == 0) {
            throw new DataException("%s has a header (%d columns), but no rows.%nMaybe it was not written to its end."
                    .formatted(source.title(), source.names().size()));
        }
    }

    /** Columns that are at hand and stay what the source says they are. */
    private static List<Optional<Column>> ready(RowSource source, Schema schema) {
        List<Optional<Column>> ready = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            ColumnSchema column = schema.columns().get(i);
            ColumnSchema declared = source.declared().get(column.name());
            boolean same = declared != null
                    && declared.kind() == column.kind()
                    && declared.format().equals(column.format());
            ready.add(same ? source.ready(i) : Optional.empty());
        }
        return ready;
    }

    private static List<Column> fill(
            RowSource source, Schema schema, List<Optional<Column>> ready, ReadOptions options, int expected) {
        Deque<Optional<ColumnFiller>> fillers = new ArrayDeque<>();
        for (int i = 0; i < ready.size(); i++) {
            ColumnSchema column = schema.columns().get(i);
            fillers.add(
                    ready.get(i).isPresent()
                            ? Optional.empty()
                            : Optional.of(ColumnFiller.of(column, timeFormat(column, schema), expected)));
        }
        source.replay(new Filling(fillers, MissingTokens.of(schema.missingTokens())));
        List<Column> columns = new ArrayList<>();
        for (Optional<Column> column : ready) {
            Optional<ColumnFiller> filler = fillers.remove(); // and gone, so that its buffer does not add to the peak
            filler.flatMap(ColumnFiller::warning).ifPresent(options.warnings());
            columns.add(column.orElseGet(() -> filler.orElseThrow().build()));
        }
        return columns;
    }

    private static TimeFormat timeFormat(ColumnSchema column, Schema schema) {
        boolean time = column.kind() == ColumnKind.DATETIME;
        return TimeFormat.of(time ? column.format() : "", schema.zone());
    }

    private static final class Filling implements CellSink {
        private final List<Optional<ColumnFiller>> fillers;
        private final MissingTokens missing;

        Filling(Deque<Optional<ColumnFiller>> fillers, MissingTokens missing) {
            this.fillers = List.copyOf(fillers);
            this.missing = missing;
        }

        @Override
        public void cell(int column, char[] text, int offset, int length) {
            Optional<ColumnFiller> filler = fillers.get(column);
            if (filler.isEmpty()) {
                return;
            }
            if (length == 0 || missing.contains(text, offset, length)) {
                filler.get().addMissing();
            } else {
                filler.get().add(text, offset, length);
            }
        }

        @Override
        public void endRow() {}
    }
}
