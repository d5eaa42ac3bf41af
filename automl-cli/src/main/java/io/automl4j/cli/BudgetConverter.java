package io.automl4j.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time: {@code 500ms}, {@code 60s}, {@code 1.5m}, {@code 1h30m}, {@code PT1H}. */
final class BudgetConverter implements ITypeConverter<Duration> {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    /** A bound that keeps sums of nanoseconds within a long. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    @Override
    public Duration convert(String text) {
        Duration time = parse(text.strip().toLowerCase(Locale.ROOT), text);
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw outside(text);
        }
        return time;
    }

    private static Duration parse(String text, String written) {
        try {
            return text.startsWith("p") ? Duration.parse(text) : parts(text, written);
        } catch (ArithmeticException e) {
            throw outside(written);
        } catch (DateTimeParseException e) {
            throw malformed(written);
        }
    }

    private static Duration parts(String text, String written) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            BigDecimal nanos = new BigDecimal(part.group(1)).multiply(nanos(part.group(2)));
            sum = sum.plus(Duration.ofNanos(nanos.toBigInteger().longValueExact()));
            end = part.end();
        }
        if (end < text.length() || text.isEmpty()) {
            throw malformed(written);
        }
        return sum;
    }

    private static BigDecimal nanos(String unit) {
        ChronoUnit time = switch (unit) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
        return BigDecimal.valueOf(time.getDuration().toNanos());
    }

    private static TypeConversionException outside(String text) {
        return new TypeConversionException("'%s' must be more than zero and at most ten years.".formatted(text));
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException("'%s' is no span of time. Maybe 60s, 10m, 1h or 500ms.".formatted(text));
    }
}
