package io.automl4j.tabular.read;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.parse.BooleanTokens;
import io.automl4j.model.parse.NumberText;
import io.automl4j.model.parse.TimeFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a column cell by cell, as its schema says. */
sealed interface ColumnFiller {

    /** Appends a cell that is not missing. */
    void add(char[] text, int offset, int length);

    void addMissing();

    Column build();

    /** What could not be kept. */
    default Optional<DataWarning> warning() {
        return Optional.empty();
    }

    /** A filler for about so many rows. */
    static ColumnFiller of(ColumnSchema column, TimeFormat time, int rows) {
        return switch (column.kind()) {
            case NUMERIC -> new Numbers(column.name(), rows);
            case DATETIME -> new Times(column.name(), time, rows);
            default -> new Levels(column, rows);
        };
    }

    /** Cells that were there, but are nothing that the column can hold. */
    final class Lost {
        private final String column;
        private int count;
        private String first = "";

        Lost(String column) {
            this.column = column;
        }

        void add(char[] text, int offset, int length) {
            if (count++ == 0) {
                first = new String(text, offset, Math.min(length, 40));
            }
        }

        Optional<DataWarning> warning(String wanted) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new DataWarning(
                            DataWarning.Kind.UNREPRESENTABLE,
                            column,
                            "%d cells are no %s, the first of them '%s'.".formatted(count, wanted, first),
                            "They count as missing."));
        }
    }

    /** Numbers; what is infinite or none is missing. */
    final class Numbers implements ColumnFiller {
        private final NumericColumn.Builder cells;
        private final Lost lost;

        Numbers(String column, int rows) {
            this.cells = NumericColumn.builder(rows);
            this.lost = new Lost(column);
        }

        @Override
        public void add(char[] text, int offset, int length) {
            double value = NumberText.parse(text, offset, length);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                lost.add(text, offset, length);
                value = Double.NaN;
            }
            cells.add(value);
        }

        @Override
        public void addMissing() {
            cells.add(Double.NaN);
        }

        @Override
        public Column build() {
            return cells.build();
        }

        @Override
        public Optional<DataWarning> warning() {
            return lost.warning("finite numbers");
        }
    }

    /** Points in time; what is not of the format is missing. */
    final class Times implements ColumnFiller {
        private static final int REMEMBERED = 1 << 14;

        private final TimeColumn.Builder cells;
        private final TimeFormat format;
        private final Lost lost;
        private final Map<String, Long> known = new HashMap<>();

        Times(String column, TimeFormat format, int rows) {
            this.format = format;
            this.cells = TimeColumn.builder(rows);
            this.lost = new Lost(column);
        }

        @Override
        public void add(char[] text, int offset, int length) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            long millis = known.computeIfAbsent(new String(text, offset, length), format::millis);
            if (millis == TimeColumn.MISSING) {
                lost.add(text, offset, length);
            }
            cells.add(millis);
        }

        @Override
        public void addMissing() {
            cells.add(TimeColumn.MISSING);
        }

        @Override
        public Column build() {
            return cells.build();
        }

        @Override
        public Optional<DataWarning> warning() {
            return lost.warning("times written like " + (format.pattern().isEmpty() ? "2024-12-31" : format.pattern()));
        }
    }

    /** Levels; those of a truth value as its format writes them. */
    final class Levels implements ColumnFiller {
        private final LevelDictionary dictionary = new LevelDictionary();
        private final Optional<BooleanTokens> tokens;
        private int[] codes;
        private int size;

        Levels(ColumnSchema column, int rows) {
            this.codes = new int[Math.max(16, rows)];
            this.tokens = column.kind() == ColumnKind.BOOLEAN
                    ? Optional.of(BooleanTokens.of(column.format()))
                    : Optional.empty();
        }

        @Override
        public void add(char[] text, int offset, int length) {
            if (tokens.isPresent()) {
                char[] level =
                        tokens.get().canonical(new String(text, offset, length)).toCharArray();
                append(dictionary.code(level, 0, level.length));
            } else {
                append(dictionary.code(text, offset, length));
            }
        }

        @Override
        public void addMissing() {
            append(StringColumn.MISSING);
        }

        private void append(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size + (size >> 1));
            }
            codes[size++] = code;
        }

        @Override
        public Column build() {
            List<String> levels = dictionary.levels();
            return StringColumn.of(levels, size == codes.length ? codes : Arrays.copyOf(codes, size));
        }
    }
}
