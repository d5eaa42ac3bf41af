package io.automl4j.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "-3, -3",
        "+5, 5",
        ".5, 0.5",
        "5., 5",
        "007, 7",
        "1e5, 100000",
        "1E-3, 0.001",
        "-1.5e+2, -150",
        "9007199254740993, 9007199254740992",
        "0.1, 0.1",
        "123456789.987654321, 123456789.987654321",
        "4.9e-324, 4.9e-324",
        "1e-400, 0"
    })
    void readsNumbers(String text, double expected) {
        assertThat(NumberText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "+", ".", "e5", "1e", "1e+", "1d", "1f", "0x10", "1_000", "1,000", "1 000", "12%", "$5", "NaN",
                "--1", "1.2.3", "1-2", "abc", "١", "infinit"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(NumberText.parse(text)).isNaN();
    }

    @Test
    void knowsInfinity() {
        assertThat(NumberText.parse("1e400")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NumberText.parse("-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NumberText.parse("inf")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void readsBackWhatJavaWrites() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : Math.rint(random.nextDouble() * 1e7) / Math.pow(10, random.nextInt(8));
            if (Double.isFinite(value)) {
                assertThat(NumberText.parse(Double.toString(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void readsSlices() {
        assertThat(NumberText.parse("a,-12.5,b".toCharArray(), 2, 5)).isEqualTo(-12.5);
    }
}
