package io.automl4j.neural.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * Products by OpenBLAS in one thread. It works on copies outside the heap: arrays would be copied whole, and back, into
 * memory that is allocated anew for each call.
 *
 * @implNote Confined to one thread.
 */
public final class OpenBlasGemm implements Gemm {
    private final Operand result = new Operand();

    @Override
    public void multiply(Shape shape, float alpha, Operand a, Operand b, float beta, Matrix c) {
        result.set(c, shape.m(), shape.n());
        cblas_sgemm(
                CblasRowMajor,
                shape.transposeA() ? CblasTrans : CblasNoTrans,
                shape.transposeB() ? CblasTrans : CblasNoTrans,
                shape.m(),
                shape.n(),
                shape.k(),
                alpha,
                a.copy(),
                a.columns(),
                b.copy(),
                b.columns(),
                beta,
                beta == 0 ? result.room() : result.copy(),
                shape.n());
        result.store();
    }
}
