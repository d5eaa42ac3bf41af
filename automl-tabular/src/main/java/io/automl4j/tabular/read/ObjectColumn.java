package io.automl4j.tabular.read;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.parse.JavaValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Java objects of one column. They stay what they are as long as all are numbers, all truth values or all
 * points in time; one that differs turns the column into text, whose meaning is then found out.
 */
final class ObjectColumn {
    private enum Form {
        UNKNOWN,
        NUMBERS,
        TRUTHS,
        TIMES,
        TEXTS
    }

    private static final long EXACT = 1L << 53;

    private final String name;
    private final ZoneId zone;
    private Form form = Form.UNKNOWN;
    private int size;
    private NumericColumn.Builder numbers = NumericColumn.builder();
    private TimeColumn.Builder times = TimeColumn.builder();
    private StringColumn.Builder texts = StringColumn.builder();

    ObjectColumn(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    void add(@Nullable Object value) {
        if (value == null
                || (value instanceof CharSequence text && text.toString().isBlank())) {
            addMissing();
            return;
        }
        Form wanted = formOf(value);
        if (form == Form.UNKNOWN) {
            begin(wanted);
        } else if (form != wanted && form != Form.TEXTS) {
            becomeTexts();
        }
        append(value);
        size++;
    }

    /** Fills up with missing cells, for rows that do not speak of this column. */
    void fill(int rows) {
        while (size < rows) {
            addMissing();
        }
    }

    private Form formOf(Object value) {
        if (value instanceof Number number) {
            return isExact(number) ? Form.NUMBERS : Form.TEXTS;
        }
        if (value instanceof Boolean) {
            return Form.TRUTHS;
        }
        return JavaValues.millis(value, zone).isPresent() ? Form.TIMES : Form.TEXTS;
    }

    /** Long keys would lose their last digits as numbers. */
    private static boolean isExact(Number number) {
        boolean whole = number instanceof Long
                || number instanceof BigInteger
                || (number instanceof BigDecimal decimal && decimal.scale() <= 0);
        return !whole || Math.abs(number.doubleValue()) < EXACT;
    }

    private void begin(Form wanted) {
        form = wanted;
        for (int row = 0; row < size; row++) {
            appendMissing();
        }
    }

    private void becomeTexts() {
        Column before = built();
        texts = StringColumn.builder();
        form = Form.TEXTS;
        for (int row = 0; row < size; row++) {
            if (before.isMissing(row)) {
                appendMissing();
            } else {
                texts.add(before.text(row));
            }
        }
        numbers = NumericColumn.builder();
        times = TimeColumn.builder();
    }

    private void append(Object value) {
        switch (form) {
            case NUMBERS -> numbers.add(((Number) value).doubleValue());
            case TIMES -> times.add(millis(value));
            default -> {
                long time = millis(value);
                texts.add(
                        time == TimeColumn.MISSING
                                ? JavaValues.text(value)
                                : TimeColumn.of(time).text(0));
            }
        }
    }

    private long millis(Object value) {
        return JavaValues.millis(value, zone).orElse(TimeColumn.MISSING);
    }

    private void addMissing() {
        if (form != Form.UNKNOWN) {
            appendMissing();
        }
        size++;
    }

    private void appendMissing() {
        switch (form) {
            case NUMBERS -> numbers.add(Double.NaN);
            case TIMES -> times.add(TimeColumn.MISSING);
            default -> texts.addMissing();
        }
    }

    /** All cells. */
    Column built() {
        if (form == Form.UNKNOWN) {
            begin(Form.TEXTS);
        }
        return switch (form) {
            case NUMBERS -> numbers.build();
            case TIMES -> times.build();
            default -> texts.build();
        };
    }

    /** The kind that the objects' classes tell; empty for text. */
    Optional<ColumnSchema> declared() {
        return switch (form) {
            case NUMBERS -> Optional.of(ColumnSchema.of(name, ColumnKind.NUMERIC));
            case TIMES -> Optional.of(ColumnSchema.of(name, ColumnKind.DATETIME));
            case TRUTHS -> Optional.of(KindGuess.formatted(name, ColumnKind.BOOLEAN, "false|true"));
            default -> Optional.empty();
        };
    }
}
