package io.automl4j.cli;

import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objectives;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads upper bounds such as {@code latency<50us} and {@code size<10mb}. */
final class ConstraintConverter implements ITypeConverter<Constraint> {
    private static final Pattern BOUND = Pattern.compile("([a-z]+) *<=? *([0-9]*\\.?[0-9]+) *([a-zµ]+)");
    private static final double SECOND = 1e9;
    private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", SECOND);
    private static final Map<String, Double> BYTES = Map.of("b", 1.0, "kb", 1e3, "mb", 1e6, "gb", 1e9);

    @Override
    public Constraint convert(String text) {
        Matcher matcher = BOUND.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        try {
            Objectives objective = Objectives.named(matcher.group(1));
            Double unit = (objective == Objectives.SIZE ? BYTES : NANOS).get(matcher.group(3));
            if (unit == null) {
                throw unreadable(text);
            }
            double amount = Double.parseDouble(matcher.group(2)) * unit;
            // the time of a trial is in seconds, the latency of a row in nanoseconds
            return new Constraint(objective, objective == Objectives.TIME ? amount / SECOND : amount);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static TypeConversionException unreadable(String text) {
        return new TypeConversionException(
                "'%s' is no bound. Maybe 'latency<50us', 'size<10mb' or 'time<30s'.".formatted(text));
    }
}
