package io.automl4j.learners.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.learners.Samples;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class XgBoostParityTest {

    private static Learner learner(FoldData data, String categories) {
        return learner(data, categories, "by_depth");
    }

    private static Learner learner(FoldData data, String categories, String growth) {
        XgBoostProvider provider = new XgBoostProvider();
        Configuration configuration =
                Configuration.of("categories", categories, "growth", growth, "learning_rate", 0.2, "subsample", 0.7);
        return provider.create(
                provider.space(Samples.shape(data.task(), data.train().rows())).repair(configuration));
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY, native, by_depth",
        "BINARY, ordinal, by_depth",
        "MULTICLASS, native, by_leaf",
        "MULTICLASS, ordinal, by_depth",
        "REGRESSION, native, by_depth",
        "REGRESSION, ordinal, by_leaf",
        "QUANTILE, native, by_depth",
        "QUANTILE, ordinal, by_leaf"
    })
    void predictsAsTheLibrary(TaskType type, String categories, String growth) throws XGBoostError, IOException {
        FoldData data = Samples.fold(type, true);
        EncodedRows rows = Samples.rows(500, true, 9);
        try (Training training = learner(data, categories, growth).start(data, 5)) {
            training.advance(60, Cancellation.NEVER);
            float[] ours = Samples.predict(training.model(60), rows);
            float[] theirs = nativePrediction(training.checkpoint(), rows, data, 60);
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(theirs[i], tolerance(theirs[i]));
            }
            float[] early = Samples.predict(training.model(20), rows);
            float[] nativeEarly = nativePrediction(training.checkpoint(), rows, data, 20);
            for (int i = 0; i < early.length; i++) {
                assertThat(early[i]).isCloseTo(nativeEarly[i], tolerance(nativeEarly[i]));
            }
        }
    }

    private static org.assertj.core.data.Offset<Float> tolerance(float value) {
        return org.assertj.core.api.Assertions.within(1e-5f * Math.max(1, Math.abs(value)));
    }

    private static float[] nativePrediction(Block checkpoint, EncodedRows rows, FoldData data, int rounds)
            throws XGBoostError, IOException {
        byte[] bytes = new byte[checkpoint.size()];
        checkpoint.buffer().get(bytes);
        Booster booster = XGBoost.loadModel(bytes);
        DMatrix matrix = new DMatrix(rows.values(), rows.rows(), rows.width(), Float.NaN);
        float[][] predicted = booster.predict(matrix, data.task().type() == TaskType.QUANTILE, rounds);
        matrix.dispose();
        booster.dispose();
        int outputs = data.task().outputs();
        float[] flat = new float[rows.rows() * outputs];
        double[] moments = moments(data.labels());
        for (int row = 0; row < rows.rows(); row++) {
            switch (data.task().type()) {
                case BINARY -> {
                    flat[row * 2] = 1 - predicted[row][0];
                    flat[row * 2 + 1] = predicted[row][0];
                }
                case MULTICLASS -> System.arraycopy(predicted[row], 0, flat, row * outputs, outputs);
                case REGRESSION, QUANTILE -> {
                    for (int i = 0; i < outputs; i++) {
                        flat[row * outputs + i] = (float) (moments[0] + moments[1] * predicted[row][i]);
                    }
                }
            }
        }
        return flat;
    }

    private static double[] moments(Labels labels) {
        double mean = 0;
        for (int row = 0; row < labels.rows(); row++) {
            mean += labels.target(row) / labels.rows();
        }
        double variance = 0;
        for (int row = 0; row < labels.rows(); row++) {
            variance += (labels.target(row) - mean) * (labels.target(row) - mean) / labels.rows();
        }
        return new double[] {mean, Math.sqrt(variance)};
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void goesOnFromACheckpointAsIfItHadNeverStopped(TaskType type) {
        FoldData data = Samples.fold(type, true);
        Learner learner = learner(data, "native");
        try (Training whole = learner.start(data, 7);
                Training part = learner.start(data, 7)) {
            whole.advance(40, Cancellation.NEVER);
            part.advance(15, Cancellation.NEVER);
            try (Training resumed = learner.resume(data, 7, part.checkpoint())) {
                assertThat(resumed.iteration()).isEqualTo(15);
                resumed.advance(40, Cancellation.NEVER);
                assertThat(Samples.predict(resumed.model(40), data.watch()))
                        .containsExactly(Samples.predict(whole.model(40), data.watch()));
                for (int iteration = 1; iteration <= 40; iteration++) {
                    assertThat(resumed.watchedLoss(iteration)).isEqualTo(whole.watchedLoss(iteration));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void watchesTheLossOfTheModel(TaskType type) {
        FoldData data = Samples.fold(type, true);
        try (Training training = learner(data, "native").start(data, 7)) {
            training.advance(25, Cancellation.NEVER);
            double mean = Samples.watchedLoss(training.model(25), data);
            assertThat(training.watchedLoss(25)).isCloseTo(mean, org.assertj.core.data.Percentage.withPercentage(0.01));
        }
    }
}
