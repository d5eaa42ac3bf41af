package io.automl4j.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                1,
                -1,
                127,
                -127,
                -128,
                128,
                32767,
                -32767,
                -32768,
                40_000,
                16_777_217,
                2147483646,
                -2147483647,
                2147483648.0,
                1e15,
                0.5,
                0.1,
                1e-300,
                1e300
            })
    void keepsEveryNumberInWhicheverStorage(double value) {
        NumericColumn column = NumericColumn.of(value, Double.NaN, 3);

        assertThat(column.value(0)).isEqualTo(value);
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.value(2)).isEqualTo(3);
        assertThat(column.missing()).isEqualTo(1);
    }

    @Test
    void takesInfiniteNumbersAsMissing() {
        NumericColumn column = NumericColumn.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1);

        assertThat(column.missing()).isEqualTo(2);
    }

    @Test
    void writesNumbersShortly() {
        NumericColumn column = NumericColumn.of(3, 0.25, Double.NaN, -7);

        assertThat(texts(column)).containsExactly("3", "0.25", "", "-7");
    }

    @Test
    void selectsRowsInAnyOrderWithRepetitions() {
        assertThat(texts(NumericColumn.of(1, 2.5, Double.NaN).select(new int[] {2, 1, 1})))
                .containsExactly("", "2.5", "2.5");
        assertThat(texts(StringColumn.of(List.of("a", "", "b")).select(new int[] {2, 1, 0})))
                .containsExactly("b", "", "a");
        assertThat(texts(TimeColumn.of(0, TimeColumn.MISSING).select(new int[] {1, 0})))
                .containsExactly("", "1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 126, 127, 128, 32767, 32768, 70_000})
    void keepsTheCodesOfAnyNumberOfLevels(int levels) {
        List<String> names =
                IntStream.range(0, levels).mapToObj(i -> "level" + i).toList();
        int[] codes = {levels - 1, StringColumn.MISSING, 0};

        StringColumn column = StringColumn.of(names, codes);

        assertThat(texts(column)).containsExactly("level" + (levels - 1), "", "level0");
        assertThat(column.code(1)).isEqualTo(StringColumn.MISSING);
    }

    @Test
    void numbersLevelsInTheOrderOfTheirAppearance() {
        StringColumn column = StringColumn.of(List.of("b", "a", "", "b"));

        assertThat(column.levels()).containsExactly("b", "a");
        assertThat(column.code(3)).isZero();
        assertThat(column.size()).isEqualTo(4);
    }

    @Test
    void refusesCodesWithoutALevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StringColumn.of(List.of("a"), new int[] {1}))
                .withMessageContaining("Code 1");
    }

    @Test
    void growsBeyondTheExpectedRows() {
        NumericColumn.Builder numbers = NumericColumn.builder(1);
        TimeColumn.Builder times = TimeColumn.builder(0);
        StringColumn.Builder texts = StringColumn.builder();
        for (int i = 0; i < 1000; i++) {
            numbers.add(i);
            times.add(i);
            texts.add("t" + i);
        }

        assertThat(numbers.build().value(999)).isEqualTo(999);
        assertThat(times.build().millis(999)).isEqualTo(999);
        assertThat(texts.build().text(999)).isEqualTo("t999");
    }

    private static List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            texts.add(column.text(row));
        }
        return texts;
    }
}
