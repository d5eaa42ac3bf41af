package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayTest {
    @ParameterizedTest
    @CsvSource({"0.79126, 0.7913", "0, 0.0000", "-0.5, -0.5000", "24312.5, 24313", "0.00001234, 1.2340e-05", "NaN, -"})
    void showsScores(double score, String text) {
        assertThat(Display.score(score)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 0.3 s", "PT42.9S, 42 s", "PT2M5S, 2 min 05 s", "PT1H1M, 1 h 01 min", "PT-3S, 0 s"})
    void showsTimes(Duration time, String text) {
        assertThat(Display.time(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7, 7 bytes", "6800, 6.8 kB", "3247244, 3.2 MB"})
    void showsSizes(long bytes, String text) {
        assertThat(Display.size(bytes)).isEqualTo(text);
    }

    @Test
    void writesJson() {
        assertThat(Json.write(List.of("a\"\\\n\t\u0001é", 1L, 0.5, Double.NaN, true, Map.of("k", List.of()))))
                .isEqualTo("[\"a\\\"\\\\\\n\\t\\u0001é\",1,0.5,null,true,{\"k\":[]}]");
    }

    @Test
    void alignsNamesLeftAndNumbersRight() {
        assertThat(new TextTable(1, List.of("name", "n")).lines(List.of(List.of("a", "10"), List.of("longer", "5"))))
                .containsExactly("name     n", "a       10", "longer   5");
    }
}
