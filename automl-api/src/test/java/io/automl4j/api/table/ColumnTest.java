package io.automl4j.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTest {
    static Stream<double[]> numbersOfEveryWidth() {
        return Stream.of(
                new double[] {1, -2, Double.NaN, 127, -127},
                new double[] {300, Double.NaN, -32_000},
                new double[] {16_777_217, Double.NaN, -5},
                new double[] {0.5, Double.NaN, 0.25f, 1e20f},
                new double[] {0.1, Double.NaN, 1e300, -3},
                new double[] {-128, 128, Double.NaN},
                new double[] {2_147_483_647.0, 1, Double.NaN});
    }

    @ParameterizedTest
    @MethodSource("numbersOfEveryWidth")
    void numbersComeBackAsTheyWere(double[] numbers) {
        NumericColumn column = NumericColumn.of(numbers);

        assertThat(column.size()).isEqualTo(numbers.length);
        for (int row = 0; row < numbers.length; row++) {
            assertThat(Double.compare(column.value(row), numbers[row])).isZero();
            assertThat(column.isMissing(row)).isEqualTo(Double.isNaN(numbers[row]));
        }
        assertThat(column.missing()).isEqualTo(1);
    }

    @Test
    void randomNumbersSurviveSelection() {
        SplittableRandom random = new SplittableRandom(1);
        double[] numbers = random.doubles(200, -1e6, 1e6).toArray();
        int[] rows = random.ints(300, 0, 200).toArray();

        NumericColumn selected = NumericColumn.of(numbers).select(rows);

        for (int i = 0; i < rows.length; i++) {
            assertThat(selected.value(i)).isEqualTo(numbers[rows[i]]);
        }
    }

    @Test
    void infiniteNumbersAreMissing() {
        assertThat(NumericColumn.of(Double.POSITIVE_INFINITY, 1).isMissing(0)).isTrue();
    }

    @Test
    void numbersAreWrittenShortly() {
        NumericColumn column = NumericColumn.of(3, 0.25, -7, Double.NaN, 1e20);

        assertThat(List.of(column.text(0), column.text(1), column.text(2), column.text(3), column.text(4)))
                .containsExactly("3", "0.25", "-7", "", "1.0E20");
    }

    @Test
    void buildersGrow() {
        NumericColumn.Builder numbers = NumericColumn.builder(2);
        StringColumn.Builder texts = StringColumn.builder();
        TimeColumn.Builder times = TimeColumn.builder(2);
        for (int i = 0; i < 1_000; i++) {
            numbers.add(i);
            texts.add("level" + i % 300);
            times.add(i);
        }

        assertThat(numbers.build().value(999)).isEqualTo(999);
        assertThat(texts.build().text(999)).isEqualTo("level99");
        assertThat(texts.build().levels()).hasSize(300);
        assertThat(times.build().millis(999)).isEqualTo(999);
    }

    @Test
    void textsAreKeptOnceInTheOrderOfTheirAppearance() {
        StringColumn column = StringColumn.of(List.of("b", "a", "", "b"));

        assertThat(column.levels()).containsExactly("b", "a");
        assertThat(column.code(3)).isZero();
        assertThat(column.code(2)).isEqualTo(StringColumn.MISSING);
        assertThat(column.text(2)).isEmpty();
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.select(new int[] {1, 2}).text(0)).isEqualTo("a");
    }

    @Test
    void codesOutsideTheDictionaryAreRefused() {
        assertThat(StringColumn.of(List.of("a"), new int[] {0, -1}).isMissing(1))
                .isTrue();
        assertThatThrownBy(() -> StringColumn.of(List.of("a"), new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Code 1");
    }

    @Test
    void timesAreWrittenInIsoForm() {
        long noon = Instant.parse("2024-02-29T12:00:00Z").toEpochMilli();
        TimeColumn column = TimeColumn.of(noon, TimeColumn.MISSING);

        assertThat(column.text(0)).isEqualTo("2024-02-29T12:00:00Z");
        assertThat(column.text(1)).isEmpty();
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.select(new int[] {1, 0}).millis(1)).isEqualTo(noon);
    }
}
