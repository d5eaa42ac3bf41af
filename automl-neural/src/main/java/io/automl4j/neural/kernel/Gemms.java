package io.automl4j.neural.kernel;

import org.bytedeco.openblas.presets.openblas_nolapack;

/** Chooses who multiplies: OpenBLAS where its native library loads, plain Java elsewhere. */
public final class Gemms {
    private static final boolean IS_NATIVE = load();

    private Gemms() {}

    private static boolean load() {
        try {
            pin();
            return true;
        } catch (LinkageError | RuntimeException e) {
            System.getLogger(Gemms.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "OpenBLAS does not load (%s): networks multiply in plain Java, which is slower."
                                    .formatted(e));
            return false;
        }
    }

    /**
     * Keeps OpenBLAS to one thread: a trial has one, and two pools on two processors wait for each other. To be called
     * again after a library that shares it was loaded, as ND4J does, which takes all processors.
     */
    public static void keepToOneThread() {
        if (IS_NATIVE) {
            pin();
        }
    }

    private static void pin() {
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * A multiplier for one thread.
     *
     * @return a new one
     */
    public static Gemm forThread() {
        if (!IS_NATIVE) {
            return new JavaGemm();
        }
        keepToOneThread();
        return new OpenBlasGemm();
    }
}
