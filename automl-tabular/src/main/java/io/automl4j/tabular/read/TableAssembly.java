package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.parse.BooleanTokens;
import io.automl4j.model.parse.ValueParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns rows of text into a table: one pass finds out what the columns mean, a second one fills them. */
public final class TableAssembly {
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
        return assemble(source, options, Map.of());
    }

    /**
     * The table of a source that declares some of its columns itself.
     *
     * @param source the rows
     * @param options what is known about them
     * @param declared columns as the source declares them; {@code options} come first
     * @return the table
     */
    static Table assemble(RowSource source, ReadOptions options, Map<String, ColumnSchema> declared) {
        options.kinds().keySet().forEach(name -> requireColumn(source, name));
        Schema schema = new Schema(columns(source, options, declared), options.missingTokens(), options.zone());
        ValueParser parser = ValueParser.of(schema);
        List<ColumnFiller> fillers = schema.columns().stream()
                .map(column -> ColumnFiller.of(column, parser))
                .toList();
        int[] rows = {0};
        source.forEach(cells -> {
            rows[0]++;
            for (int i = 0; i < cells.length; i++) {
                fillers.get(i).add(cells[i]);
            }
        });
        if (rows[0] == 0) {
            throw new DataException(
                    "There are columns (%s), but no rows.".formatted(String.join(", ", source.names())));
        }
        fillers.forEach(ColumnFiller::report);
        List<Column> columns = new ArrayList<>();
        fillers.forEach(filler -> columns.add(filler.build()));
        return Table.of(schema, columns);
    }

    private static void requireColumn(RowSource source, String name) {
        if (!source.names().contains(name)) {
            throw new DataException(
                    "A kind is given for column '%s', which is none of %s.".formatted(name, source.names()));
        }
    }

    private static List<ColumnSchema> columns(
            RowSource source, ReadOptions options, Map<String, ColumnSchema> declared) {
        Map<String, ColumnSchema> known = new TreeMap<>(declared);
        options.like().ifPresent(like -> like.columns().forEach(column -> known.put(column.name(), column)));
        Map<String, ColumnSchema> guessed = guess(source, options, known);
        return source.names().stream()
                .map(name ->
                        known.getOrDefault(name, guessed.getOrDefault(name, ColumnSchema.of(name, ColumnKind.TEXT))))
                .toList();
    }

    /** Guesses the columns that nobody declared. */
    private static Map<String, ColumnSchema> guess(
            RowSource source, ReadOptions options, Map<String, ColumnSchema> known) {
        List<String> names = source.names();
        List<Optional<ColumnGuess>> guesses = names.stream()
                .map(name -> known.containsKey(name)
                        ? Optional.<ColumnGuess>empty()
                        : Optional.of(new ColumnGuess(name, options.zone())))
                .toList();
        if (guesses.stream().allMatch(Optional::isEmpty)) {
            return Map.of();
        }
        ValueParser parser = ValueParser.of(new Schema(List.of(), options.missingTokens(), options.zone()));
        source.forEach(cells -> {
            for (int i = 0; i < cells.length; i++) {
                String cell = cells[i];
                if (guesses.get(i).isPresent() && !parser.isMissing(cell)) {
                    guesses.get(i).get().add(cell.strip());
                }
            }
        });
        return guesses.stream()
                .flatMap(Optional::stream)
                .map(ColumnGuess::conclude)
                .map(column -> overridden(column, options))
                .collect(Collectors.toMap(ColumnSchema::name, Function.identity()));
    }

    private static ColumnSchema overridden(ColumnSchema guessed, ReadOptions options) {
        ColumnKind kind = options.kinds().getOrDefault(guessed.name(), guessed.kind());
        boolean same = kind == guessed.kind();
        String format = same ? guessed.format() : kind == ColumnKind.BOOLEAN ? "false|true" : "";
        return new ColumnSchema(guessed.name(), kind, Role.FEATURE, format);
    }

    /** Fills one column. */
    private interface ColumnFiller {
        void add(String cell);

        Column build();

        /** Says what could not be kept. */
        default void report() {}

        static ColumnFiller of(ColumnSchema column, ValueParser parser) {
            return switch (column.kind()) {
                case NUMERIC -> new Numbers(column, parser);
                case DATETIME -> new Times(column, parser);
                default -> new Texts(column, parser);
            };
        }
    }

    private static final class Numbers implements ColumnFiller {
        private final ColumnSchema column;
        private final ValueParser parser;
        private final NumericColumn.Builder cells = NumericColumn.builder();
        private int lost;

        Numbers(ColumnSchema column, ValueParser parser) {
            this.column = column;
            this.parser = parser;
        }

        @Override
        public void add(String cell) {
            double value = parser.number(cell);
            lost += Double.isNaN(value) && !parser.isMissing(cell) ? 1 : 0;
            cells.add(value);
        }

        @Override
        public void report() {
            if (lost > 0) {
                System.getLogger(TableAssembly.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "Column ''{0}'': {1} cells are no finite numbers and count as missing.",
                                column.name(),
                                lost);
            }
        }

        @Override
        public Column build() {
            return cells.build();
        }
    }

    private record Times(ColumnSchema column, ValueParser parser, TimeColumn.Builder cells) implements ColumnFiller {
        Times(ColumnSchema column, ValueParser parser) {
            this(column, parser, TimeColumn.builder());
        }

        @Override
        public void add(String cell) {
            cells.add(parser.time(column, cell));
        }

        @Override
        public Column build() {
            return cells.build();
        }
    }

    private static final class Texts implements ColumnFiller {
        private final ValueParser parser;
        private final Optional<BooleanTokens> tokens;
        private final StringColumn.Builder cells = StringColumn.builder();

        Texts(ColumnSchema column, ValueParser parser) {
            this.parser = parser;
            this.tokens = column.kind() == ColumnKind.BOOLEAN
                    ? Optional.of(BooleanTokens.of(column.format()))
                    : Optional.empty();
        }

        @Override
        public void add(String cell) {
            if (parser.isMissing(cell)) {
                cells.addMissing();
            } else {
                String text = cell.strip();
                cells.add(tokens.map(pair -> pair.canonical(text)).orElse(text));
            }
        }

        @Override
        public Column build() {
            return cells.build();
        }
    }
}
