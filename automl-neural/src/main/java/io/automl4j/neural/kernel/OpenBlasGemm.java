package io.automl4j.neural.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Products by OpenBLAS in one thread. Operands are copied to memory outside the heap: passed as arrays, each would be
 * copied whole, and back, into memory that is allocated anew for each call.
 *
 * @implNote Confined to one thread; the memory outside the heap grows to the largest operands and is freed with the
 *     object.
 */
public final class OpenBlasGemm implements Gemm {
    private final Region first = new Region();
    private final Region second = new Region();
    private final Region result = new Region();

    /** Memory outside the heap. */
    private static final class Region {
        private FloatBuffer buffer = FloatBuffer.allocate(0);
        private FloatPointer pointer = new FloatPointer();

        /** Rows of a matrix, one after another without gaps. */
        void load(Matrix matrix, int rows, int columns) {
            reserve(rows * columns);
            if (matrix.stride() == columns) {
                buffer.put(0, matrix.values(), matrix.at(), rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                buffer.put(row * columns, matrix.values(), matrix.at() + row * matrix.stride(), columns);
            }
        }

        void store(Matrix matrix, int rows, int columns) {
            if (matrix.stride() == columns) {
                buffer.get(0, matrix.values(), matrix.at(), rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                buffer.get(row * columns, matrix.values(), matrix.at() + row * matrix.stride(), columns);
            }
        }

        void reserve(int count) {
            if (buffer.capacity() < count) {
                buffer = ByteBuffer.allocateDirect(Float.BYTES * count)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                pointer = new FloatPointer(buffer);
            }
        }
    }

    @Override
    public void multiply(Shape shape, float alpha, Matrix a, Matrix b, float beta, Matrix c) {
        int aRows = shape.transposeA() ? shape.k() : shape.m();
        int aColumns = shape.transposeA() ? shape.m() : shape.k();
        int bRows = shape.transposeB() ? shape.n() : shape.k();
        int bColumns = shape.transposeB() ? shape.k() : shape.n();
        first.load(a, aRows, aColumns);
        second.load(b, bRows, bColumns);
        if (beta == 0) {
            result.reserve(shape.m() * shape.n());
        } else {
            result.load(c, shape.m(), shape.n());
        }
        cblas_sgemm(
                CblasRowMajor,
                shape.transposeA() ? CblasTrans : CblasNoTrans,
                shape.transposeB() ? CblasTrans : CblasNoTrans,
                shape.m(),
                shape.n(),
                shape.k(),
                alpha,
                first.pointer,
                aColumns,
                second.pointer,
                bColumns,
                beta,
                result.pointer,
                shape.n());
        result.store(c, shape.m(), shape.n());
    }
}
