package io.automl4j.neural.kernel;

import java.util.Optional;
import org.bytedeco.openblas.presets.openblas_nolapack;

/** Chooses who multiplies: OpenBLAS where its native library loads, plain Java elsewhere. */
public final class Gemms {
    private static final Optional<String> PROBLEM = load();

    private Gemms() {}

    private static Optional<String> load() {
        try {
            keepToOneThread();
            return Optional.empty();
        } catch (LinkageError | RuntimeException e) {
            return Optional.of("OpenBLAS does not load (%s).".formatted(e));
        }
    }

    /**
     * Keeps OpenBLAS to one thread: a trial has one, and two pools on two processors wait for each other. To be called
     * again after a library that shares it was loaded, as ND4J does, which takes all processors.
     */
    public static void keepToOneThread() {
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * Why networks multiply in plain Java here.
     *
     * @return the reason, or empty if they do not
     */
    public static Optional<String> problem() {
        return PROBLEM;
    }

    /**
     * A multiplier for one thread.
     *
     * @return a new one
     */
    public static Gemm forThread() {
        if (PROBLEM.isPresent()) {
            return new JavaGemm();
        }
        keepToOneThread();
        return new OpenBlasGemm();
    }
}
