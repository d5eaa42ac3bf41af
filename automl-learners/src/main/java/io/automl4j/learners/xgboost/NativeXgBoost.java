package io.automl4j.learners.xgboost;

import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Whether XGBoost's native library loads on this machine; tried once. */
final class NativeXgBoost {
    private static final Optional<String> PROBLEM = load();

    private NativeXgBoost() {}

    static Optional<String> problem() {
        return PROBLEM;
    }

    private static Optional<String> load() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
            return Optional.empty();
        } catch (XGBoostError | LinkageError e) {
            return Optional.of("its native library does not load (%s).".formatted(e));
        }
    }
}
