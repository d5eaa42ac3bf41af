package io.automl4j.cli;

import io.automl4j.model.Front;
import io.automl4j.model.OperatingPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which ensemble of a front is wanted: {@code accurate}, {@code fast}, or the best of a time such as {@code 50us}. */
@FunctionalInterface
interface PointChoice {

    /**
     * The ensemble.
     *
     * @param front what there is
     * @return one of its points
     * @throws IllegalArgumentException if there is none such; says what there is
     */
    OperatingPoint of(Front front);

    /** Reads it. */
    final class Converter implements ITypeConverter<PointChoice> {
        private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) *(ns|us|µs|ms|s)");
        private static final Map<String, Long> NANOS =
                Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

        @Override
        public PointChoice convert(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            return switch (word) {
                case "accurate" -> Front::accurate;
                case "fast" -> Front::fast;
                default -> {
                    Duration latency = latency(word, text);
                    yield front -> front.within(latency);
                }
            };
        }

        private static Duration latency(String word, String written) {
            Matcher matcher = TIME.matcher(word);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'%s' is no operating point. Maybe 'accurate', 'fast', or the most that a row may take: '50us'."
                                .formatted(written));
            }
            BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(matcher.group(2), 1L));
            return Duration.ofNanos(
                    new BigDecimal(matcher.group(1)).multiply(unit).longValue());
        }
    }
}
