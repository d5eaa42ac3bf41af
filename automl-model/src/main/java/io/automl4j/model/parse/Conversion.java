package io.automl4j.model.parse;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Brings cells from the kind they have to the kind a schema wants, through their text where the two differ. */
public final class Conversion {
    private final ValueParser parser;

    private Conversion(ValueParser parser) {
        this.parser = parser;
    }

    /**
     * A conversion by a parser.
     *
     * @param parser how to read text
     * @return the conversion
     */
    public static Conversion by(ValueParser parser) {
        return new Conversion(parser);
    }

    /**
     * The cells of a column as another kind.
     *
     * @param cells the cells
     * @param given what the cells are
     * @param wanted what they shall be
     * @return the column, of as many rows; cells that cannot be read as wanted are missing
     */
    public Column column(Column cells, ColumnSchema given, ColumnSchema wanted) {
        return switch (wanted.kind()) {
            case NUMERIC -> numeric(cells);
            case DATETIME -> times(cells, wanted);
            default -> {
                // Levels that training took as they are stay as they are.
                boolean same = given.kind() == wanted.kind() && given.format().equals(wanted.format());
                yield same && cells instanceof StringColumn ? cells : levels(cells, wanted);
            }
        };
    }

    private Column numeric(Column cells) {
        if (cells instanceof StringColumn texts) {
            double[] values =
                    texts.levels().stream().mapToDouble(parser::number).toArray();
            NumericColumn.Builder builder = NumericColumn.builder(cells.size());
            for (int row = 0; row < cells.size(); row++) {
                int code = texts.code(row);
                builder.add(code == StringColumn.MISSING ? Double.NaN : values[code]);
            }
            return builder.build();
        }
        if (cells instanceof TimeColumn times) {
            NumericColumn.Builder builder = NumericColumn.builder(cells.size());
            for (int row = 0; row < cells.size(); row++) {
                builder.add(times.isMissing(row) ? Double.NaN : (double) times.millis(row));
            }
            return builder.build();
        }
        return cells;
    }

    private Column times(Column cells, ColumnSchema wanted) {
        if (cells instanceof StringColumn texts) {
            long[] values = texts.levels().stream()
                    .mapToLong(level -> parser.time(wanted, level))
                    .toArray();
            TimeColumn.Builder builder = TimeColumn.builder(cells.size());
            for (int row = 0; row < cells.size(); row++) {
                int code = texts.code(row);
                builder.add(code == StringColumn.MISSING ? TimeColumn.MISSING : values[code]);
            }
            return builder.build();
        }
        if (cells instanceof NumericColumn numbers) {
            TimeFormat format = parser.timeFormat(wanted);
            TimeColumn.Builder builder = TimeColumn.builder(cells.size());
            for (int row = 0; row < cells.size(); row++) {
                builder.add(
                        numbers.isMissing(row)
                                ? TimeColumn.MISSING
                                : time(format, numbers.text(row), numbers.value(row)));
            }
            return builder.build();
        }
        return cells;
    }

    /** A pattern such as {@code yyyyMMdd} reads digits; the epoch formats take the number itself. */
    private static long time(TimeFormat format, String text, double value) {
        long byPattern = format.millis(text);
        return byPattern == TimeColumn.MISSING ? format.epoch(value) : byPattern;
    }

    private Column levels(Column cells, ColumnSchema wanted) {
        if (cells instanceof StringColumn texts) {
            return relabel(texts, wanted);
        }
        StringColumn.Builder builder = StringColumn.builder();
        for (int row = 0; row < cells.size(); row++) {
            String level = parser.token(wanted, cells.text(row));
            if (level.isEmpty()) {
                builder.addMissing();
            } else {
                builder.add(level);
            }
        }
        return builder.build();
    }

    private StringColumn relabel(StringColumn texts, ColumnSchema wanted) {
        Map<String, Integer> merged = new LinkedHashMap<>();
        int[] translated = new int[texts.levels().size()];
        for (int code = 0; code < translated.length; code++) {
            String level = parser.token(wanted, texts.levels().get(code));
            translated[code] =
                    level.isEmpty() ? StringColumn.MISSING : merged.computeIfAbsent(level, unused -> merged.size());
        }
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            int code = texts.code(row);
            codes[row] = code == StringColumn.MISSING ? StringColumn.MISSING : translated[code];
        }
        List<String> levels = new ArrayList<>(merged.keySet());
        return StringColumn.of(levels, codes);
    }

    /**
     * A Java object as a column of one row.
     *
     * @param value a number, truth value, text, enum constant, or point in time
     * @param wanted what the cell shall be
     * @return the column; missing if the value cannot be read as wanted
     */
    public Column cell(Object value, ColumnSchema wanted) {
        return switch (wanted.kind()) {
            case NUMERIC -> NumericColumn.of(number(value));
            case DATETIME -> TimeColumn.of(time(value, wanted));
            default -> StringColumn.of(List.of(level(value, wanted)));
        };
    }

    private double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        OptionalLong millis = JavaValues.millis(value, parser.schema().zone());
        if (millis.isPresent()) {
            return millis.getAsLong() == TimeColumn.MISSING ? Double.NaN : millis.getAsLong();
        }
        return parser.number(JavaValues.text(value));
    }

    private long time(Object value, ColumnSchema wanted) {
        OptionalLong millis = JavaValues.millis(value, parser.schema().zone());
        if (millis.isPresent()) {
            return millis.getAsLong();
        }
        return value instanceof Number number
                ? time(parser.timeFormat(wanted), JavaValues.text(number), number.doubleValue())
                : parser.time(wanted, JavaValues.text(value));
    }

    private String level(Object value, ColumnSchema wanted) {
        return value instanceof Boolean truth
                ? parser.token(wanted, BooleanTokens.of(wanted.format()).of(truth))
                : parser.token(wanted, JavaValues.text(value));
    }
}
