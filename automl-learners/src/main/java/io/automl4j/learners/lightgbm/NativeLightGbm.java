package io.automl4j.learners.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.util.Optional;

/** Whether LightGBM's native library loads on this machine; tried once. */
final class NativeLightGbm {
    private static final Optional<String> PROBLEM = load();

    private NativeLightGbm() {}

    static Optional<String> problem() {
        return PROBLEM;
    }

    private static Optional<String> load() {
        try {
            LGBMBooster.loadNative();
            return Optional.empty();
        } catch (IOException | LinkageError e) {
            return Optional.of("its native library does not load (%s).".formatted(e));
        }
    }
}
