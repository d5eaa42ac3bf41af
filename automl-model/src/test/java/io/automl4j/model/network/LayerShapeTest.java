package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LayerShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRICK | 64 64 64 64",
                "FUNNEL | 64 49 33 18",
                "LONG_FUNNEL | 64 64 64 33",
                "TRIANGLE | 22 36 50 64",
                "DIAMOND | 36 64 43 23",
                "HEXAGON | 64 64 64 33",
                "STAIRS | 64 64 33 33"
            })
    void widthsOfFourLayersFromEightToTwo(LayerShape shape, String expected) {
        List<Integer> wanted =
                Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
        assertThat(shape.widths(8, 2, 64, 4)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(LayerShape.class)
    void anyNumberOfLayersHasWidths(LayerShape shape) {
        for (int layers = 1; layers <= 9; layers++) {
            assertThat(shape.widths(3, 1, 5, layers)).hasSize(layers).allMatch(width -> width >= 1 && width <= 5);
            assertThat(shape.widths(1000, 100, 5, layers)).hasSize(layers).allMatch(width -> width >= 1 && width <= 5);
        }
    }

    @Test
    void nothingHasNoShape() {
        assertThatThrownBy(() -> LayerShape.BRICK.widths(3, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LayerShape.BRICK.widths(3, 1, 8, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
