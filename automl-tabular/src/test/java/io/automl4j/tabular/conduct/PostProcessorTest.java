package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.Calibration;
import io.automl4j.model.Decision;
import io.automl4j.model.PostProcessing;
import io.automl4j.tabular.conduct.PostProcessor.Processed;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PostProcessorTest {
    private static final int ROWS = 4_000;

    /** A class that one row of four has, with odds that are raised to a power: below 1 they are too careful. */
    private record Classes(float[] values, double[] truth) {
        static Classes of(double power) {
            SplittableRandom random = new SplittableRandom(4);
            Classes classes = new Classes(new float[2 * ROWS], new double[ROWS]);
            for (int row = 0; row < ROWS; row++) {
                double yes = Math.pow(random.nextDouble(), 3);
                classes.truth[row] = random.nextDouble() < yes ? 1 : 0;
                classes.set(row, 1 / (1 + Math.pow((1 - yes) / yes, power)));
            }
            return classes;
        }

        void set(int row, double yes) {
            values[2 * row] = (float) (1 - yes);
            values[2 * row + 1] = (float) yes;
        }

        Predictions predictions() {
            return Predictions.of(values, 2);
        }

        Processed processed(Metric metric, Part... leftOut) {
            return new PostProcessor(SyntheticTables.task(TaskType.BINARY), metric, Labels.of(truth), Set.of(leftOut))
                    .of(predictions());
        }
    }

    private static Calibration calibration(Processed processed) {
        return processed.processing().calibration();
    }

    @Test
    void probabilitiesAreCalibrated() {
        Classes bold = Classes.of(3);
        Processed processed = bold.processed(Metrics.LOG_LOSS);

        assertThat(processed.score())
                .isLessThan(0.8 * Metrics.LOG_LOSS.score(Labels.of(bold.truth), bold.predictions()));
        assertThat(calibration(processed).powers().get(1)).isCloseTo(1.0 / 3, within(0.1));
        assertThat(calibration(bold.processed(Metrics.LOG_LOSS, Part.CALIBRATION)))
                .isEqualTo(Calibration.NONE);
        assertThat(calibration(Classes.of(1).processed(Metrics.LOG_LOSS))).isEqualTo(Calibration.NONE);
    }

    /** The two most probable rows are as probable as each other then, which costs a pair of them. */
    @Test
    void whereProbabilitiesRoundToTheSameTheyAreCalibratedNevertheless() {
        Classes careful = Classes.of(0.3);
        careful.set(0, 1 - 3e-7);
        careful.truth[0] = 1;
        careful.set(1, 1 - 4e-7);
        careful.truth[1] = 0;
        double before = Metrics.ROC_AUC.score(Labels.of(careful.truth), careful.predictions());

        Processed processed = careful.processed(Metrics.ROC_AUC);

        assertThat(calibration(processed)).isNotEqualTo(Calibration.NONE);
        assertThat(processed.score()).isLessThan(before).isCloseTo(before, within(1e-6));
    }

    /** How sure predictions are, whatever the truth. */
    private record Boldness() implements Metric {
        @Override
        public String name() {
            return "boldness";
        }

        @Override
        public boolean supports(TaskType type) {
            return type == TaskType.BINARY;
        }

        @Override
        public double optimum() {
            return 1;
        }

        @Override
        public boolean higherIsBetter() {
            return true;
        }

        @Override
        public double score(Labels truth, Predictions predictions) {
            double sum = 0;
            for (int row = 0; row < predictions.rows(); row++) {
                sum += Math.max(predictions.get(row, 0), predictions.get(row, 1));
            }
            return sum / predictions.rows();
        }
    }

    @Test
    void aMetricThatSuffersHasNoCalibration() {
        assertThat(calibration(Classes.of(3).processed(new Boldness()))).isEqualTo(Calibration.NONE);
        assertThat(calibration(Classes.of(0.3).processed(new Boldness()))).isNotEqualTo(Calibration.NONE);
    }

    @Test
    void classesAreThoseThatAreBestInTheMetric() {
        Classes classes = Classes.of(1);
        Processed byF1 = classes.processed(Metrics.F1);
        Processed byProbability = classes.processed(Metrics.F1, Part.DECISION);

        assertThat(byF1.processing().decision()).isInstanceOf(Decision.Weighted.class);
        assertThat(byF1.score()).isGreaterThan(byProbability.score() + 0.01);
        assertThat(byF1.processing().decisions()).containsKeys("f1", "balanced_accuracy", "mcc");
        assertThat(byProbability.processing().decision()).isEqualTo(Decision.MOST_PROBABLE);
        assertThat(byProbability.processing().decisions()).isEmpty();
        assertThat(classes.processed(Metrics.ROC_AUC).processing().decision()).isEqualTo(Decision.MOST_PROBABLE);
    }

    /** Quantiles of a normal number that are all a half too high. */
    @Test
    void quantilesAreShifted() {
        SplittableRandom random = new SplittableRandom(5);
        double[] truth =
                random.doubles(ROWS).map(unused -> random.nextGaussian()).toArray();
        float[] values = new float[3 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[3 * row] = -1.28f + 0.5f;
            values[3 * row + 1] = 0.5f;
            values[3 * row + 2] = 1.28f + 0.5f;
        }
        Metric metric = Metrics.meanPinball(List.of(0.1, 0.5, 0.9));
        PostProcessor plain = new PostProcessor(
                SyntheticTables.task(TaskType.QUANTILE), metric, Labels.of(truth), Set.of(Part.CALIBRATION));
        PostProcessor shifting =
                new PostProcessor(SyntheticTables.task(TaskType.QUANTILE), metric, Labels.of(truth), Set.of());

        Processed shifted = shifting.of(Predictions.of(values, 3));

        assertThat(shifted.processing().shifts()).hasSize(3).allMatch(shift -> Math.abs(shift + 0.5) < 0.15);
        assertThat(shifted.score())
                .isLessThan(plain.of(Predictions.of(values, 3)).score());
        assertThat(plain.of(Predictions.of(values, 3)).processing()).isEqualTo(PostProcessing.NONE);
    }

    @Test
    void ofNumbersTheErrorsAreKept() {
        float[] values = new float[ROWS];
        double[] truth = new SplittableRandom(6).doubles(ROWS).toArray();
        Processed processed = new PostProcessor(
                        SyntheticTables.task(TaskType.REGRESSION), Metrics.RMSE, Labels.of(truth), Set.of())
                .of(Predictions.of(values, 1));

        assertThat(processed.score()).isEqualTo(Metrics.RMSE.score(Labels.of(truth), Predictions.of(values, 1)));
        assertThat(processed.processing().conformal().groups()).isNotEmpty();
        assertThat(processed.processing().calibration()).isEqualTo(Calibration.NONE);
    }
}
