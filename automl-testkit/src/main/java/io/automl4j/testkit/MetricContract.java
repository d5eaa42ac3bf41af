package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every metric keeps, built in or a user's own, one of quantiles for three of them. Types of tasks that it does not support are skipped. */
public abstract class MetricContract {
    private static final int ROWS = 60;

    /**
     * The metric.
     *
     * @return the metric
     */
    protected abstract Metric metric();

    private static int outputs(TaskType type) {
        return switch (type) {
            case BINARY -> 2;
            case MULTICLASS -> 4;
            case REGRESSION -> 1;
            case QUANTILE -> 3;
        };
    }

    /** Targets with every class among them; numbers are positive, as some measures of relative error ask for. */
    private Labels truth(TaskType type, long seed) {
        assumeTrue(metric().supports(type), type + " is not supported");
        Gen gen = Gen.of(seed);
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[row] = type.isClassification()
                    ? (row < outputs(type) ? row : gen.whole(outputs(type)))
                    : gen.uniform(1, 100);
        }
        return Labels.of(targets);
    }

    private static Predictions perfect(TaskType type, Labels truth) {
        int outputs = outputs(type);
        float[] values = new float[truth.rows() * outputs];
        for (int row = 0; row < truth.rows(); row++) {
            if (type.isClassification()) {
                values[row * outputs + truth.label(row)] = 1;
            } else {
                Arrays.fill(values, row * outputs, (row + 1) * outputs, (float) truth.target(row));
            }
        }
        return Predictions.of(values, outputs);
    }

    private static Predictions random(TaskType type, long seed) {
        Gen gen = Gen.of(seed);
        int outputs = outputs(type);
        float[] values = new float[ROWS * outputs];
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            double[] drawn = new double[outputs];
            for (int output = 0; output < outputs; output++) {
                drawn[output] = gen.uniform(0.01, 1);
                sum += drawn[output];
            }
            for (int output = 0; output < outputs; output++) {
                values[row * outputs + output] =
                        (float) (type.isClassification() ? drawn[output] / sum : 100 * drawn[0]);
            }
        }
        return Predictions.of(values, outputs);
    }

    private static Labels weighted(Labels labels, double[] weights) {
        return Labels.weighted(
                IntStream.range(0, labels.rows()).mapToDouble(labels::target).toArray(), weights);
    }

    private double score(Labels truth, Predictions predictions) {
        return metric().score(truth, predictions);
    }

    @Test
    void hasANameAndATask() {
        assertThat(metric().name()).matches("[a-z][a-z0-9_.]*");
        assertThat(TaskType.values()).anyMatch(metric()::supports);
        assertThat(metric().optimum()).isNotNaN();
    }

    /** Whoever judges classes does not see how probable they are, and nobody else says so. */
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void saysWhetherItJudgesClasses(TaskType type) {
        Labels truth = truth(type, 1);
        assumeTrue(type.isClassification(), "numbers have no classes");
        Predictions predictions = random(type, 3);
        float[] classes = new float[ROWS * outputs(type)];
        for (int row = 0; row < ROWS; row++) {
            classes[row * outputs(type) + predictions.argMax(row)] = 1;
        }
        double judged = score(truth, Predictions.of(classes, outputs(type)));
        assertThat(judged == score(truth, predictions)).isEqualTo(metric().judgesClasses());
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void perfectPredictionsReachTheOptimum(TaskType type) {
        Labels truth = truth(type, 1);
        Predictions perfect = perfect(type, truth);
        if (Double.isFinite(metric().optimum())) {
            assertThat(score(truth, perfect)).isCloseTo(metric().optimum(), within(1e-4));
            assertThat(metric().loss(truth, perfect)).isCloseTo(0, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void noPredictionsAreBetterThanPerfectOnes(TaskType type) {
        Labels truth = truth(type, 2);
        double best = metric().loss(truth, perfect(type, truth));
        for (int seed = 0; seed < 10; seed++) {
            Predictions predictions = random(type, 100 + seed);
            double score = score(truth, predictions);
            double loss = metric().loss(truth, predictions);
            assertThat(loss).isGreaterThan(best).isEqualTo(metric().toLoss(score));
            assertThat(Double.isFinite(metric().optimum()) ? loss : 0).isNotNegative();
            assertThat(score > score(truth, perfect(type, truth))).isNotEqualTo(metric().higherIsBetter());
        }
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void theOrderOfRowsDoesNotMatter(TaskType type) {
        Labels truth = truth(type, 3);
        Predictions predictions = random(type, 4);
        int[] order = Gen.of(5).permutation(ROWS);
        assertThat(score(truth.select(order), predictions.select(order)))
                .isCloseTo(score(truth, predictions), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void aWeightOfTwoIsTheRowTwice(TaskType type) {
        Labels truth = truth(type, 6);
        Predictions predictions = random(type, 7);
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, row -> row % 3 == 0 ? 2 : 1);
        int[] copies = IntStream.range(0, ROWS)
                .flatMap(row -> IntStream.range(0, row % 3 == 0 ? 2 : 1).map(i -> row))
                .toArray();
        assertThat(score(weighted(truth, weights), predictions))
                .isCloseTo(score(truth.select(copies), predictions.select(copies)), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void aWeightOfZeroIsNoRow(TaskType type) {
        Labels truth = truth(type, 8);
        Predictions predictions = random(type, 9);
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, row -> row < ROWS / 2 ? 1 : 0);
        int[] half = IntStream.range(0, ROWS / 2).toArray();
        double expected = score(truth.select(half), predictions.select(half));
        assertThat(score(weighted(truth, weights), predictions)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void onlyTheRatioOfWeightsMatters(TaskType type) {
        Labels truth = truth(type, 10);
        Predictions predictions = random(type, 11);
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 0.25);
        assertThat(score(weighted(truth, weights), predictions)).isCloseTo(score(truth, predictions), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void otherNumbersOfRowsAreRefused(TaskType type) {
        Labels truth = truth(type, 12);
        Predictions fewer = random(type, 13).select(IntStream.range(0, ROWS - 1).toArray());
        assertThatThrownBy(() -> score(truth, fewer)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void whatIsNotDefinedIsNaN(TaskType type) {
        Labels truth = truth(type, 14);
        Predictions predictions = random(type, 15);
        int[] none = {};
        assertThat(score(truth.select(none), predictions.select(none))).isNaN();
        assertThat(score(weighted(truth, new double[ROWS]), predictions)).isNaN();
        int[] sameTarget = new int[5];
        assertThatCode(() -> score(truth.select(sameTarget), predictions.select(new int[] {0, 1, 2, 3, 4})))
                .doesNotThrowAnyException();
    }
}
