package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.model.Front;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.PostProcessing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class PointChoiceTest {
    private static final Front FRONT = new Front(List.of(point(0.9, 2_000_000), point(0.8, 50_000), point(0.7, 900)));

    private static OperatingPoint point(double score, long nanos) {
        return new OperatingPoint(score, Duration.ofNanos(nanos), 10, Map.of(1L, 1.0), PostProcessing.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "accurate, 0.9",
        "Fast, 0.8",
        "2ms, 0.9",
        "1.99ms, 0.8",
        "50us, 0.8",
        "' 50 µs ', 0.8",
        "49.9us, 0.7",
        "900ns, 0.7",
        "1s, 0.9"
    })
    void namesAndTimesChoose(String text, double score) {
        OperatingPoint chosen = new PointChoice.Converter().convert(text).of(FRONT);
        assertThat(chosen.score()).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "slow", "50", "us", "-5us", "5 minutes", "1e3us", "9999999999s"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> new PointChoice.Converter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is no operating point");
    }

    @Test
    void tooShortATimeNamesTheFastest() {
        PointChoice choice = new PointChoice.Converter().convert("0.8us");
        assertThatThrownBy(() -> choice.of(FRONT))
                .hasMessageContaining("at most 0.8 us")
                .hasMessageContaining("0.9 us");
    }
}
