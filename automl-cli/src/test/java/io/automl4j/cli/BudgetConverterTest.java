package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class BudgetConverterTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "60s, PT1M",
        "10m, PT10M",
        "1h, PT1H",
        "1H30M, PT1H30M",
        "1.5m, PT1M30S",
        "2d, PT48H",
        "PT1M, PT1M",
        "pt2s, PT2S",
    })
    void readsSpansOfTime(String text, Duration expected) {
        assertThat(new BudgetConverter().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "s",
                "ten",
                "5 s",
                "-5s",
                "0s",
                "PT-1S",
                "1e3s",
                "5s!",
                "99999999h",
                "9999999999999999d"
            })
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> new BudgetConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
