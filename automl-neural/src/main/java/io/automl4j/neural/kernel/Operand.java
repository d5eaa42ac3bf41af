package io.automl4j.neural.kernel;

import io.automl4j.neural.kernel.Gemm.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A matrix to be multiplied, maybe more than once: native products work on a copy of it outside the heap, which is made
 * at the first one.
 *
 * @implNote Confined to one thread; the memory outside the heap grows to the largest matrix and is freed with the object.
 */
public final class Operand {
    private Matrix matrix = new Matrix(new float[0], 0, 0);
    private int rows;
    private int columns;
    private boolean copied;
    private FloatBuffer buffer = FloatBuffer.allocate(0);
    private FloatPointer pointer = new FloatPointer();

    /**
     * Takes a matrix, to be called again when its values have changed.
     *
     * @param values the matrix
     * @param count how many rows it has
     * @param width how many columns it has
     */
    public void set(Matrix values, int count, int width) {
        this.matrix = values;
        this.rows = count;
        this.columns = width;
        this.copied = false;
    }

    Matrix matrix() {
        return matrix;
    }

    int columns() {
        return columns;
    }

    /** A copy outside the heap, row by row without gaps. */
    FloatPointer copy() {
        if (!copied) {
            reserve();
            for (int row = 0; row < runs(); row++) {
                buffer.put(row * run(), matrix.values(), matrix.at() + row * matrix.stride(), run());
            }
            copied = true;
        }
        return pointer;
    }

    /** Memory outside the heap for a matrix whose values do not matter yet. */
    FloatPointer room() {
        reserve();
        return pointer;
    }

    /** Copies what is outside the heap back. */
    void store() {
        for (int row = 0; row < runs(); row++) {
            buffer.get(row * run(), matrix.values(), matrix.at() + row * matrix.stride(), run());
        }
    }

    /** Rows without gaps between them are copied as one. */
    private int runs() {
        return matrix.stride() == columns ? 1 : rows;
    }

    private int run() {
        return matrix.stride() == columns ? rows * columns : columns;
    }

    private void reserve() {
        if (buffer.capacity() < rows * columns) {
            buffer = ByteBuffer.allocateDirect(Float.BYTES * rows * columns)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            pointer = new FloatPointer(buffer);
        }
    }
}
