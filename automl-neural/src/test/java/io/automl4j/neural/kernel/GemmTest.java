package io.automl4j.neural.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.neural.kernel.Gemm.Matrix;
import io.automl4j.neural.kernel.Gemm.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of slices of larger matrices against plain sums. */
final class GemmTest {
    private static final int GAP = 3;

    static Stream<Gemm> gemms() {
        return Stream.of(new JavaGemm(), new OpenBlasGemm());
    }

    static Stream<Arguments> products() {
        return gemms().flatMap(gemm -> Stream.of(false, true)
                .flatMap(first -> Stream.of(false, true)
                        .flatMap(second -> Stream.of(0f, 1f, 0.5f)
                                .map(beta -> Arguments.of(gemm, new Shape(5, 7, 4, first, second), beta)))));
    }

    private static Matrix slice(int rows, int columns, SplittableRandom random) {
        float[] values = new float[GAP + rows * (columns + GAP)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Matrix(values, GAP, columns + GAP);
    }

    private static Matrix first(Shape shape, SplittableRandom random) {
        return shape.transposeA() ? slice(shape.k(), shape.m(), random) : slice(shape.m(), shape.k(), random);
    }

    private static Matrix second(Shape shape, SplittableRandom random) {
        return shape.transposeB() ? slice(shape.n(), shape.k(), random) : slice(shape.k(), shape.n(), random);
    }

    private static Operand first(Shape shape, Matrix values) {
        Operand operand = new Operand();
        operand.set(values, shape.transposeA() ? shape.k() : shape.m(), shape.transposeA() ? shape.m() : shape.k());
        return operand;
    }

    private static Operand second(Shape shape, Matrix values) {
        Operand operand = new Operand();
        operand.set(values, shape.transposeB() ? shape.n() : shape.k(), shape.transposeB() ? shape.k() : shape.n());
        return operand;
    }

    private static double at(Matrix matrix, int row, int column) {
        return matrix.values()[matrix.at() + row * matrix.stride() + column];
    }

    @ParameterizedTest
    @MethodSource("products")
    void areSums(Gemm gemm, Shape shape, float beta) {
        SplittableRandom random = new SplittableRandom(1);
        Matrix a = first(shape, random);
        Matrix b = second(shape, random);
        Matrix c = slice(shape.m(), shape.n(), random);
        float[] before = c.values().clone();
        gemm.multiply(shape, 2, first(shape, a), second(shape, b), beta, c);
        for (int row = 0; row < shape.m(); row++) {
            for (int column = 0; column < shape.n() + GAP; column++) {
                double old = before[c.at() + row * c.stride() + column];
                boolean outside = column >= shape.n();
                double expected = outside ? old : beta * old + 2 * sum(shape, a, b, row, column);
                if (!outside || row < shape.m() - 1) {
                    assertThat(at(c, row, column)).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    private static double sum(Shape shape, Matrix a, Matrix b, int row, int column) {
        double sum = 0;
        for (int i = 0; i < shape.k(); i++) {
            sum += (shape.transposeA() ? at(a, i, row) : at(a, row, i))
                    * (shape.transposeB() ? at(b, column, i) : at(b, i, column));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("products")
    void whatCHoldsDoesNotMatterWithoutBeta(Gemm gemm, Shape shape, float beta) {
        SplittableRandom random = new SplittableRandom(2);
        Matrix a = first(shape, random);
        Matrix b = second(shape, random);
        Matrix c = slice(shape.m(), shape.n(), random);
        Arrays.fill(c.values(), Float.NaN);
        gemm.multiply(shape, 1, first(shape, a), second(shape, b), 0, c);
        assertThat(at(c, 0, 0)).isFinite();
        assertThat(at(c, shape.m() - 1, shape.n() - 1)).isFinite();
    }

    /** One operand in several products, and set again when its values have changed. */
    @ParameterizedTest
    @MethodSource("gemms")
    void operandsServeAgain(Gemm gemm) {
        Shape shape = new Shape(1, 1, 2, false, false);
        float[] values = {1, 2};
        Operand row = new Operand();
        Operand column = new Operand();
        row.set(new Matrix(values, 0, 2), 1, 2);
        column.set(new Matrix(new float[] {10, 1}, 0, 1), 2, 1);
        float[] result = new float[1];
        gemm.multiply(shape, 1, row, column, 0, new Matrix(result, 0, 1));
        gemm.multiply(shape, 1, row, column, 1, new Matrix(result, 0, 1));
        assertThat(result).containsExactly(24);
        values[0] = 3;
        row.set(new Matrix(values, 0, 2), 1, 2);
        gemm.multiply(shape, 1, row, column, 0, new Matrix(result, 0, 1));
        assertThat(result).containsExactly(32);
    }
}
