package io.automl4j.model.parse;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.table.TimeColumn;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a point in time, parsed strictly: 31 February is no date. Names of months are English. Two-digit
 * years lie in 1950 to 2049. What a pattern lacks is filled: the first of the month, midnight, 1970-01-01 for a time of
 * day, the given zone where no offset is written.
 *
 * @implNote Safe for use by many threads.
 */
public final class TimeFormat {
    /** ISO-8601 and its relatives in databases: a date, optionally a time, optionally an offset. */
    public static final String ISO = "yyyy-MM-dd[['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]]][XXX][XX][X]";
    /** Whole milliseconds since 1970-01-01T00:00Z. */
    public static final String EPOCH_MILLIS = "epoch-millis";
    /** Seconds since 1970-01-01T00:00Z, fractions allowed. */
    public static final String EPOCH_SECONDS = "epoch-seconds";

    /** Optional parts may be nested, and reading them takes a stack as deep. */
    private static final int LONGEST = 250;

    private static final int FIRST_SHORT_YEAR = 1950;
    /** Letters between apostrophes stand for themselves: after what is meant there are as many that open as close. */
    private static final String UNQUOTED = "(?=(?:[^']*'[^']*')*[^']*$)";

    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![yu])(?:yy|uu)(?![yu])" + UNQUOTED);
    private static final Pattern YEAR_OF_ERA = Pattern.compile("y" + UNQUOTED);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private final String pattern;
    private final ZoneId zone;
    private final double epochFactor;
    private final @Nullable DateTimeFormatter formatter;

    private TimeFormat(String pattern, ZoneId zone, double epochFactor, @Nullable DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.zone = zone;
        this.epochFactor = epochFactor;
        this.formatter = formatter;
    }

    /**
     * A format by the text that a schema keeps.
     *
     * @param format a pattern of {@link DateTimeFormatter}, {@link #EPOCH_MILLIS}, {@link #EPOCH_SECONDS}, or empty for
     *     {@link #ISO}
     * @param zone the zone of times without an offset
     * @return the format
     * @throws DataException if the pattern is not valid
     */
    public static TimeFormat of(String format, ZoneId zone) {
        return switch (format) {
            case EPOCH_MILLIS -> new TimeFormat(format, zone, 1, null);
            case EPOCH_SECONDS -> new TimeFormat(format, zone, 1000, null);
            default -> new TimeFormat(format, zone, 0, formatter(format.isEmpty() ? ISO : format));
        };
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            Checks.in(pattern.length(), "Its length", 1, LONGEST);
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
            Matcher shortYear = SHORT_YEAR.matcher(pattern);
            if (shortYear.find()) {
                builder.appendPattern(strictYears(pattern.substring(0, shortYear.start())))
                        .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR)
                        .appendPattern(strictYears(pattern.substring(shortYear.end())));
            } else {
                builder.appendPattern(strictYears(pattern));
            }
            String letters = QUOTED.matcher(pattern).replaceAll("");
            if (letters.contains("y") && !letters.contains("d") && !letters.contains("D")) {
                builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
                if (!letters.contains("M") && !letters.contains("L")) {
                    builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
                }
            }
            return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "'%s' is no date format.%nMaybe one like 'dd/MM/yyyy HH:mm'.".formatted(pattern), e);
        }
    }

    /** Strict parsing wants the year itself; {@code y} is the year of an era. */
    private static String strictYears(String pattern) {
        return YEAR_OF_ERA.matcher(pattern).replaceAll("u");
    }

    /**
     * The text that a schema keeps.
     *
     * @return the pattern
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The point in time that a text is as a whole.
     *
     * @param text the text, without spaces around it
     * @return milliseconds since the epoch, or {@link TimeColumn#MISSING} if the text is not of this format
     */
    public long millis(String text) {
        return formatter == null ? epoch(NumberText.parse(text)) : parse(formatter, text);
    }

    /**
     * The point in time that a number is: in the unit of an epoch format, else in milliseconds.
     *
     * @param value the number
     * @return milliseconds since the epoch, or {@link TimeColumn#MISSING} if the number is NaN or far too great
     */
    public long epoch(double value) {
        double millis = value * (epochFactor == 0 ? 1 : epochFactor);
        return Math.abs(millis) < 1e17 ? Math.round(millis) : TimeColumn.MISSING;
    }

    private long parse(DateTimeFormatter strict, String text) {
        // Most texts that are no dates end here, without the cost of an exception.
        ParsePosition position = new ParsePosition(0);
        if (strict.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return TimeColumn.MISSING;
        }
        try {
            return millis(strict.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            // no such date, or too far off for milliseconds
            return TimeColumn.MISSING;
        }
    }

    private long millis(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId written = parsed.query(TemporalQueries.zone());
        return (date == null ? LocalDate.EPOCH : date)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(written == null ? zone : written)
                .toInstant()
                .toEpochMilli();
    }
}
