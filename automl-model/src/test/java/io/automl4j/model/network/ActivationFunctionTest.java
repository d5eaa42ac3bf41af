package io.automl4j.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of the formulas in double precision, rounded to seven digits. */
final class ActivationFunctionTest {
    @ParameterizedTest
    @CsvSource({
        "RELU, -1.5, 0",
        "RELU, 1.5, 1.5",
        "SELU, -1.5, -1.365814",
        "SELU, 1.5, 1.576051",
        "GELU, -1.5, -0.1004284",
        "GELU, 1.5, 1.399572",
        "SILU, -1.5, -0.2736383",
        "SILU, 1.5, 1.226362",
        "MISH, -1.5, -0.2980997",
        "MISH, 1.5, 1.403378",
        "TANH, -1.5, -0.9051483",
        "TANH, 1.5, 0.9051483"
    })
    void valuesAreKnownOnes(ActivationFunction function, float x, float expected) {
        float[] out = new float[1];
        function.values(new float[] {x}, out, 1);
        assertThat(out[0]).isCloseTo(expected, within(2e-6f));
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void extremeSumsGiveNumbers(ActivationFunction function) {
        float[] sums = {-1e30f, -1e4f, -30, 0, 30, 1e4f};
        float[] out = new float[sums.length];
        float[] gradients = {1, 1, 1, 1, 1, 1};
        function.values(sums, out, sums.length);
        function.multiplyBySlopes(sums, out, gradients, sums.length);
        assertThat(out).doesNotContain(Float.NaN);
        assertThat(gradients).doesNotContain(Float.NaN);
    }
}
