package io.automl4j.neural.kernel;

/**
 * Products in plain Java, for machines without the native library: the inner loops run along rows, so that they are
 * vectorised.
 *
 * @implNote Stateless, safe for use by many threads.
 */
public final class JavaGemm implements Gemm {

    @Override
    public void multiply(Shape shape, float alpha, Operand a, Operand b, float beta, Matrix c) {
        for (int row = 0; row < shape.m(); row++) {
            scale(c, row, shape.n(), beta);
        }
        if (shape.transposeB()) {
            byDots(shape, alpha, a.matrix(), b.matrix(), c);
        } else {
            byRows(shape, alpha, a.matrix(), b.matrix(), c);
        }
    }

    private static void scale(Matrix c, int row, int columns, float beta) {
        int from = c.at() + row * c.stride();
        for (int i = from; i < from + columns; i++) {
            c.values()[i] = beta == 0 ? 0 : beta * c.values()[i];
        }
    }

    /** Each row of C gains multiples of rows of B. */
    private static void byRows(Shape shape, float alpha, Matrix a, Matrix b, Matrix c) {
        float[] rows = b.values();
        float[] sums = c.values();
        int columns = shape.n();
        for (int row = 0; row < shape.m(); row++) {
            int to = c.at() + row * c.stride();
            for (int i = 0; i < shape.k(); i++) {
                float factor = alpha * element(a, shape.transposeA(), row, i);
                int from = b.at() + i * b.stride();
                for (int j = 0; j < columns; j++) {
                    sums[to + j] += factor * rows[from + j];
                }
            }
        }
    }

    /** Rows of B are columns of what is multiplied: each element is a sum along both. */
    private static void byDots(Shape shape, float alpha, Matrix a, Matrix b, Matrix c) {
        float[] row = new float[shape.k()];
        float[] columns = b.values();
        for (int i = 0; i < shape.m(); i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = alpha * element(a, shape.transposeA(), i, k);
            }
            for (int j = 0; j < shape.n(); j++) {
                int from = b.at() + j * b.stride();
                float sum = 0;
                for (int k = 0; k < row.length; k++) {
                    sum += row[k] * columns[from + k];
                }
                c.values()[c.at() + i * c.stride() + j] += sum;
            }
        }
    }

    private static float element(Matrix matrix, boolean transposed, int row, int column) {
        return matrix.values()[
                matrix.at() + (transposed ? column * matrix.stride() + row : row * matrix.stride() + column)];
    }
}
