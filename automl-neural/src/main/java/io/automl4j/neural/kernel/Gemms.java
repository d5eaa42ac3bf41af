package io.automl4j.neural.kernel;

import java.util.Optional;
import org.bytedeco.openblas.presets.openblas_nolapack;

/** Chooses who multiplies: OpenBLAS where its native library loads, plain Java elsewhere. */
public final class Gemms {
    private static final Optional<String> PROBLEM = load();

    private Gemms() {}

    /** One thread: a trial has one, and two pools on two processors wait for each other. */
    private static Optional<String> load() {
        try {
            openblas_nolapack.blas_set_num_threads(1);
            return Optional.empty();
        } catch (LinkageError | RuntimeException e) {
            return Optional.of("OpenBLAS does not load (%s).".formatted(e));
        }
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
        return PROBLEM.isEmpty() ? new OpenBlasGemm() : new JavaGemm();
    }
}
