package io.automl4j.neural.kernel;

/** Products of matrices within arrays, row-major. */
public interface Gemm {

    /**
     * A matrix within an array; a slice of a larger one is no copy.
     *
     * @param values the array
     * @param at where the first element lies
     * @param stride how far apart rows begin
     */
    record Matrix(float[] values, int at, int stride) {}

    /**
     * What is multiplied: {@code C = alpha · op(A) op(B) + beta · C}, op being the transposition where it is asked for.
     *
     * @param m rows of C
     * @param n columns of C
     * @param k columns of op(A)
     * @param transposeA whether A is {@code [k × m]}
     * @param transposeB whether B is {@code [n × k]}
     */
    record Shape(int m, int n, int k, boolean transposeA, boolean transposeB) {}

    /**
     * Multiplies.
     *
     * @param shape what is multiplied
     * @param alpha the factor of the product
     * @param a the first matrix
     * @param b the second matrix
     * @param beta the factor of what C holds; with 0 it need not be a number
     * @param c receives the result
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    void multiply(Shape shape, float alpha, Operand a, Operand b, float beta, Matrix c);
}
