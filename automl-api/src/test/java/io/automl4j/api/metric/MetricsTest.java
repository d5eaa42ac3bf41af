package io.automl4j.api.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures marked "scikit-learn" are the examples of its documentation; the others are computed by hand. */
class MetricsTest {

    /** Certain decisions, as probabilities of the given classes. */
    private static Predictions decisions(int classes, int... labels) {
        float[] values = new float[labels.length * classes];
        for (int row = 0; row < labels.length; row++) {
            values[row * classes + labels[row]] = 1;
        }
        return Predictions.of(values, classes);
    }

    /** Two columns from the probability of the second class. */
    private static Predictions positive(double... probabilities) {
        float[] values = new float[2 * probabilities.length];
        for (int row = 0; row < probabilities.length; row++) {
            values[2 * row] = (float) (1 - probabilities[row]);
            values[2 * row + 1] = (float) probabilities[row];
        }
        return Predictions.of(values, 2);
    }

    private static Predictions numbers(double... numbers) {
        float[] values = new float[numbers.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) numbers[row];
        }
        return Predictions.of(values, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.333333",
        "f1_micro, 0.333333",
        "f1_macro, 0.266667",
        "f1_weighted, 0.266667",
        "balanced_accuracy, 0.333333",
        "mcc, 0",
        "cohens_kappa, 0"
    })
    void threeClassesAsInScikitLearn(String name, double expected) {
        double score = Metrics.byName(name).score(Labels.of(0, 1, 2, 0, 1, 2), decisions(3, 0, 2, 1, 0, 0, 1));

        assertThat(score).isEqualTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"balanced_accuracy, 0.625", "precision, 0.5", "recall, 0.5", "f1, 0.5", "accuracy, 0.666667"})
    void twoClassesAsInScikitLearn(String name, double expected) {
        double score = Metrics.byName(name).score(Labels.of(0, 1, 0, 0, 1, 0), decisions(2, 0, 1, 0, 0, 0, 1));

        assertThat(score).isEqualTo(expected, within(1e-6));
    }

    @Test
    void agreementAsInScikitLearn() {
        assertThat(Metrics.MCC.score(Labels.of(1, 1, 1, 0), decisions(2, 1, 0, 1, 1)))
                .isEqualTo(-1.0 / 3, within(1e-9));
        assertThat(Metrics.COHENS_KAPPA.score(Labels.of(0, 2, 0, 1, 2), decisions(3, 0, 2, 0, 1, 0)))
                .isEqualTo(0.6875, within(1e-9));
    }

    @Test
    void rankingsAsInScikitLearn() {
        Labels truth = Labels.of(0, 0, 1, 1);
        Predictions scores = positive(0.1, 0.4, 0.35, 0.8);

        assertThat(Metrics.ROC_AUC.score(truth, scores)).isEqualTo(0.75, within(1e-9));
        assertThat(Metrics.AVERAGE_PRECISION.score(truth, scores)).isEqualTo(0.8333333, within(1e-6));
    }

    @Test
    void probabilitiesAsInScikitLearn() {
        assertThat(Metrics.LOG_LOSS.score(Labels.of(1, 0, 0, 1), positive(0.9, 0.1, 0.2, 0.65)))
                .isEqualTo(0.21616, within(1e-5));
        assertThat(Metrics.BRIER.score(Labels.of(0, 1, 1, 0), positive(0.1, 0.9, 0.8, 0.3)))
                .isEqualTo(0.0375, within(1e-7));
    }

    @Test
    void brierOfThreeClassesSumsOverClasses() {
        Predictions predictions = Predictions.of(new float[] {0.5f, 0.25f, 0.25f}, 3);

        assertThat(Metrics.BRIER.score(Labels.of(0), predictions)).isEqualTo(0.25 + 2 * 0.0625, within(1e-9));
    }

    @Test
    void logLossOfImpossibleClassIsFinite() {
        assertThat(Metrics.LOG_LOSS.score(Labels.of(1), positive(0))).isEqualTo(-Math.log(1e-7), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"rmse, 0.612372", "mae, 0.5", "median_ae, 0.5", "r2, 0.948608", "mape, 0.327381"})
    void numbersAsInScikitLearn(String name, double expected) {
        double score = Metrics.byName(name).score(Labels.of(3, -0.5, 2, 7), numbers(2.5, 0.0, 2, 8));

        assertThat(score).isEqualTo(expected, within(1e-6));
    }

    @Test
    void logarithmsAsInScikitLearn() {
        assertThat(Metrics.RMSLE.score(Labels.of(3, 5, 2.5, 7), numbers(2.5, 5, 4, 8)))
                .isEqualTo(Math.sqrt(0.039730), within(1e-5));
        assertThat(Metrics.RMSLE.score(Labels.of(0), numbers(-3)))
                .as("negative prediction")
                .isZero();
        assertThat(Metrics.RMSLE.score(Labels.of(-1), numbers(1)))
                .as("negative target")
                .isNaN();
    }

    @Test
    void quantilesAsInScikitLearn() {
        Labels truth = Labels.of(1, 2, 3);

        assertThat(Metrics.pinball(0.1).score(truth, numbers(0, 2, 3))).isEqualTo(0.1 / 3, within(1e-9));
        assertThat(Metrics.pinball(0.1).score(truth, numbers(1, 2, 4))).isEqualTo(0.3, within(1e-9));
        assertThat(Metrics.pinball(0.9).score(truth, numbers(0, 2, 3))).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void symmetricErrorIsRelativeToBoth() {
        assertThat(Metrics.SMAPE.score(Labels.of(1, 0), numbers(3, 0))).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void medianIsWeighted() {
        Labels truth = Labels.weighted(new double[] {1, 2, 10}, new double[] {1, 1, 5});

        assertThat(Metrics.MEDIAN_AE.score(truth, numbers(0, 0, 0))).isEqualTo(10);
        assertThat(Metrics.MEDIAN_AE.score(Labels.of(1, 2), numbers(0, 0))).isEqualTo(1.5);
    }

    @Test
    void oneVersusRestAveragesClassesThatArePresent() {
        Predictions predictions =
                Predictions.of(new float[] {0.7f, 0.2f, 0.1f, 0.5f, 0.4f, 0.1f, 0.6f, 0.3f, 0.1f, 0.2f, 0.7f, 0.1f}, 3);
        Labels truth = Labels.of(0, 0, 0, 1);

        // class 0 against 1: 3 of 3 pairs; class 1 against 0: 3 of 3; class 2 is absent
        assertThat(Metrics.ROC_AUC_OVR_MACRO.score(truth, predictions)).isEqualTo(1);
        assertThat(Metrics.ROC_AUC_OVR_WEIGHTED.score(truth, predictions)).isEqualTo(1);
    }

    @Test
    void oneVersusRestCountsPairsOfEachClass() {
        float[] values = {
            0.6f, 0.3f, 0.1f,
            0.3f, 0.4f, 0.3f,
            0.4f, 0.3f, 0.3f,
            0.2f, 0.5f, 0.3f,
            0.1f, 0.7f, 0.2f,
            0.3f, 0.3f, 0.4f
        };
        Labels truth = Labels.of(0, 0, 1, 1, 1, 2);

        // of pairs of a row of the class and another one so many are in order, a tie counts half
        double first = 6.5 / 8;
        double second = 7.0 / 9;
        double third = 5.0 / 5;
        Predictions predictions = Predictions.of(values, 3);
        assertThat(Metrics.ROC_AUC_OVR_MACRO.score(truth, predictions))
                .isEqualTo((first + second + third) / 3, within(1e-9));
        assertThat(Metrics.ROC_AUC_OVR_WEIGHTED.score(truth, predictions))
                .isEqualTo((2 * first + 3 * second + third) / 6, within(1e-9));
    }

    @Test
    void whatIsNotDefinedIsNaN() {
        assertThat(Metrics.ROC_AUC.score(Labels.of(1, 1), positive(0.2, 0.7))).isNaN();
        assertThat(Metrics.AVERAGE_PRECISION.score(Labels.of(0, 0), positive(0.2, 0.7)))
                .isNaN();
        assertThat(Metrics.F1.score(Labels.of(0, 0), positive(0.2, 0.7))).isNaN();
        assertThat(Metrics.RECALL.score(Labels.of(0, 0), positive(0.2, 0.7))).isNaN();
        assertThat(Metrics.MCC.score(Labels.of(0, 0), positive(0.2, 0.7))).isNaN();
        assertThat(Metrics.R2.score(Labels.of(3, 3), numbers(1, 2))).isNaN();
        assertThat(Metrics.PRECISION.score(Labels.of(1, 0), positive(0.1, 0.2)))
                .as("nothing predicted positive")
                .isZero();
    }

    @Test
    void everyMetricRefusesAnotherNumberOfRows() {
        assertThat(Metrics.all())
                .allSatisfy(metric -> assertThatThrownBy(() -> metric.score(Labels.of(0, 1), decisions(2, 0)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("2 labels, but 1 predictions."));
    }

    @Test
    void everyMetricIsNaNForBrokenPredictions() {
        Predictions broken = Predictions.of(new float[] {Float.NaN, 1}, 1);
        Predictions brokenClasses = Predictions.of(new float[] {0, 1, Float.NaN, 1}, 2);

        assertThat(Metrics.all())
                .allSatisfy(metric -> assertThat(metric.score(
                                Labels.of(0, 1), metric.supports(TaskType.REGRESSION) ? broken : brokenClasses))
                        .isNaN());
    }

    @Test
    void everyMetricReachesItsOptimum() {
        assertThat(Metrics.all()).allSatisfy(metric -> {
            Predictions perfect = metric.supports(TaskType.REGRESSION) ? numbers(0, 1, 1) : decisions(2, 0, 1, 1);
            double score = metric.score(Labels.of(0, 1, 1), perfect);
            assertThat(score).isEqualTo(metric.optimum(), within(1e-6));
            assertThat(metric.toLoss(score)).isEqualTo(0, within(1e-6));
        });
    }

    @Test
    void metricsAreFoundByName() {
        assertThat(Metrics.all())
                .allSatisfy(metric ->
                        assertThat(Metrics.byName(metric.name()).name()).isEqualTo(metric.name()));
        assertThat(Metrics.byName("ROC-AUC")).isSameAs(Metrics.ROC_AUC);
        assertThat(Metrics.byName("pinball").name()).isEqualTo("pinball_0.5");
        assertThat(Metrics.byName("pinball_0.9").name()).isEqualTo("pinball_0.9");
        Metric rare = Metrics.meanPinball(List.of(0.0001, 0.5));
        assertThat(rare.name()).isEqualTo("mean_pinball_0.0001_0.5");
        assertThat(Metrics.byName(rare.name()).name()).isEqualTo(rare.name());
        assertThat(Metrics.ROC_AUC).hasToString("roc_auc");
    }

    @Test
    void quantilesTogetherAreTheMeanOfEach() {
        Labels truth = Labels.of(1, 2, 3);
        Predictions both = Predictions.of(new float[] {0, 0, 2, 2, 3, 3}, 2);
        Metric metric = Metrics.meanPinball(List.of(0.1, 0.9));

        assertThat(metric.score(truth, both)).isEqualTo((0.1 / 3 + 0.3) / 2, within(1e-9));
        assertThat(metric.supports(TaskType.QUANTILE)).isTrue();
        assertThat(metric.supports(TaskType.REGRESSION)).isFalse();
        assertThat(metric.name()).isEqualTo("mean_pinball_0.1_0.9");
        assertThat(Metrics.byName(metric.name()).score(truth, both)).isEqualTo(metric.score(truth, both));
        Task task = new Task(TaskType.QUANTILE, "y", List.of(), List.of(0.1, 0.9));
        assertThat(Metrics.defaultFor(task).name()).isEqualTo(metric.name());
        assertThatThrownBy(() -> metric.score(truth, numbers(1, 2, 3)))
                .hasMessage("mean_pinball_0.1_0.9 is of 2 quantiles, but 1 are predicted.");
        assertThatThrownBy(() -> Metrics.byName("mean_pinball_0.9_0.1")).hasMessageContaining("must be rising");
    }

    @Test
    void metricsOfTheCallerAreNotKnown() {
        record Own() implements Metric {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public boolean supports(TaskType type) {
                return true;
            }

            @Override
            public double optimum() {
                return 0;
            }

            @Override
            public boolean higherIsBetter() {
                return false;
            }

            @Override
            public double score(Labels truth, Predictions predictions) {
                return 1;
            }
        }
        assertThat(Metrics.knows(Metrics.byName("pinball_0.9"))).isTrue();
        assertThat(Metrics.knows(new Own())).isFalse();
    }

    @Test
    void unknownNameListsAllNames() {
        assertThatThrownBy(() -> Metrics.byName("auc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'auc'")
                .hasMessageContaining("roc_auc");
        assertThatThrownBy(() -> Metrics.pinball(1)).hasMessageContaining("quantile is 1.0");
    }

    @ParameterizedTest
    @EnumSource
    void defaultMetricSupportsItsTask(TaskType type) {
        assertThat(Metrics.defaultFor(type).supports(type)).isTrue();
    }

    @Test
    void directionDecidesTheLoss() {
        assertThat(Metrics.ACCURACY.toLoss(0.75)).isEqualTo(0.25);
        assertThat(Metrics.RMSE.loss(Labels.of(0, 0), numbers(3, 3))).isEqualTo(3);
        assertThat(unbounded(true).toLoss(5)).isEqualTo(-5);
        assertThat(unbounded(false).toLoss(5)).isEqualTo(5);
    }

    private static Metric unbounded(boolean higher) {
        double optimum = higher ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return new Formula("profit", java.util.Set.of(TaskType.BINARY), optimum, higher, false, (truth, p) -> 1);
    }
}
