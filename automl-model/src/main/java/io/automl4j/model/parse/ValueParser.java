package io.automl4j.model.parse;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.TimeColumn;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads raw text as a schema says: missing tokens, numbers, booleans, points in time. The same text always becomes the
 * same value, in training and in prediction, on every machine.
 *
 * @implNote Safe for use by many threads.
 */
public final class ValueParser {
    private final Schema schema;
    private final MissingTokens missing;
    private final Map<String, TimeFormat> times;

    private ValueParser(Schema schema) {
        this.schema = schema;
        this.missing = MissingTokens.of(schema.missingTokens());
        this.times = schema.columns().stream()
                .filter(column -> column.kind() == ColumnKind.DATETIME)
                .map(ColumnSchema::format)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), format -> TimeFormat.of(format, schema.zone())));
    }

    /**
     * A parser for the columns of a schema.
     *
     * @param schema the schema
     * @return the parser
     * @throws io.automl4j.api.DataException if the format of a column is not valid
     */
    public static ValueParser of(Schema schema) {
        return new ValueParser(schema);
    }

    /**
     * The schema that says how to read.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Whether a text means a missing cell.
     *
     * @param raw the text as written
     * @return true if it is empty or one of the schema's missing tokens
     */
    public boolean isMissing(String raw) {
        return raw.isBlank() || missing.contains(raw);
    }

    /**
     * A text as a number.
     *
     * @param raw the text as written
     * @return the number; NaN if the text is missing, no number, or beyond what a double holds
     */
    public double number(String raw) {
        double value = NumberText.parse(raw.strip());
        return Double.isInfinite(value) || missing.contains(raw) ? Double.NaN : value;
    }

    /**
     * A text as a point in time.
     *
     * @param column says the format
     * @param raw the text as written
     * @return milliseconds since the epoch; {@link TimeColumn#MISSING} if the text is missing or not of the format
     */
    public long time(ColumnSchema column, String raw) {
        return isMissing(raw) ? TimeColumn.MISSING : timeFormat(column).millis(raw.strip());
    }

    TimeFormat timeFormat(ColumnSchema column) {
        TimeFormat format = times.get(column.format());
        return format == null ? TimeFormat.of(column.format(), schema.zone()) : format;
    }

    /**
     * A text as a level: without spaces around it, and for {@link ColumnKind#BOOLEAN} as written in training.
     *
     * @param column says the kind and the boolean tokens
     * @param raw the text as written
     * @return the level, empty if the text is missing
     */
    public String token(ColumnSchema column, String raw) {
        if (isMissing(raw)) {
            return "";
        }
        String text = raw.strip();
        return column.kind() == ColumnKind.BOOLEAN
                ? BooleanTokens.of(column.format()).canonical(text)
                : text;
    }
}
