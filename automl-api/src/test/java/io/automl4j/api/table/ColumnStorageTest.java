package io.automl4j.api.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnStorageTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -128, 128, -32768, 32768, 16_777_217, 2147483648.0, 1e15, 0.5, 0.1, 1e-300, 1e300})
    void keepsNumbersAtTheBordersOfEveryStorage(double value) {
        NumericColumn column = NumericColumn.of(value, Double.NaN, 3);

        assertThat(column.value(0)).isEqualTo(value);
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.value(2)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 32767, 32768, 70_000})
    void keepsTheCodesOfAnyNumberOfLevels(int levels) {
        List<String> names =
                IntStream.range(0, levels).mapToObj(i -> "level" + i).toList();

        StringColumn column = StringColumn.of(names, new int[] {levels - 1, StringColumn.MISSING, 0});

        assertThat(column.code(0)).isEqualTo(levels - 1);
        assertThat(column.code(1)).isEqualTo(StringColumn.MISSING);
        assertThat(column.code(2)).isZero();
        assertThat(column.text(0)).isEqualTo("level" + (levels - 1));
    }
}
