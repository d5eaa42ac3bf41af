package io.automl4j.model.parse;

import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.OptionalLong;

/** Java objects as cells. */
public final class JavaValues {
    private JavaValues() {}

    /**
     * An object of {@code java.time} or a {@link Date} as a point in time.
     *
     * @param value any object
     * @param zone the zone of values without one; a time of day lies on 1970-01-01
     * @return milliseconds since the epoch, {@link TimeColumn#MISSING} for what is too far off, or empty if the object is no point
     *     in time
     */
    @SuppressWarnings("JavaUtilDate") // JDBC hands out its heirs
    public static OptionalLong millis(Object value, ZoneId zone) {
        if (value instanceof Instant instant) {
            return OptionalLong.of(millis(instant));
        }
        if (value instanceof LocalDate date) {
            return millis(date.atStartOfDay(), zone);
        }
        if (value instanceof LocalDateTime time) {
            return millis(time.atZone(zone).toInstant(), zone);
        }
        if (value instanceof ZonedDateTime time) {
            return millis(time.toInstant(), zone);
        }
        if (value instanceof OffsetDateTime time) {
            return millis(time.toInstant(), zone);
        }
        if (value instanceof LocalTime time) {
            return millis(time.atDate(LocalDate.EPOCH), zone);
        }
        return value instanceof Date date ? OptionalLong.of(date.getTime()) : OptionalLong.empty();
    }

    /** Missing where it is too far off for milliseconds: programs say "never" so, by {@link LocalDate#MAX}. */
    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return TimeColumn.MISSING;
        }
    }

    /**
     * An object as raw text: numbers in their shortest form, enum constants by name, the rest by {@code toString}.
     *
     * @param value any object
     * @return its text
     */
    public static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            // the digits of a float, not those of the double that it is
            double number = Double.parseDouble(value.toString());
            return Double.isNaN(number) ? "" : NumericColumn.format(number);
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
