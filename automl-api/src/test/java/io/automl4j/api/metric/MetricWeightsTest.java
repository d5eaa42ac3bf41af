package io.automl4j.api.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricWeightsTest {
    private static final int ROWS = 60;

    static List<Metric> all() {
        return Metrics.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void rowOfWeightTwoIsTwoRows(Metric metric) {
        Sample sample = Sample.of(metric);
        double[] weights = new double[ROWS];
        int[] rows = new int[ROWS + ROWS / 3];
        for (int row = 0, i = 0; row < ROWS; row++) {
            weights[row] = row % 3 == 0 ? 2 : 1;
            rows[i++] = row;
            if (row % 3 == 0) {
                rows[i++] = row;
            }
        }

        double weighted = metric.score(Labels.weighted(sample.targets(), weights), sample.predictions());
        double repeated = metric.score(
                Labels.of(sample.targets()).select(rows), sample.predictions().select(rows));

        assertThat(weighted).isEqualTo(repeated, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void rowOfWeightZeroIsNone(Metric metric) {
        Sample sample = Sample.of(metric);
        double[] weights = new double[ROWS];
        int[] rows = new int[ROWS / 2];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = 2 * i;
            weights[rows[i]] = 1;
        }

        double weighted = metric.score(Labels.weighted(sample.targets(), weights), sample.predictions());
        double selected = metric.score(
                Labels.of(sample.targets()).select(rows), sample.predictions().select(rows));

        assertThat(weighted).isEqualTo(selected, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutWeightNothingIsDefined(Metric metric) {
        Sample sample = Sample.of(metric);

        assertThat(metric.score(Labels.weighted(sample.targets(), new double[ROWS]), sample.predictions()))
                .isNaN();
    }

    private record Sample(double[] targets, Predictions predictions) {
        static Sample of(Metric metric) {
            SplittableRandom random = new SplittableRandom(7);
            boolean regression = metric.supports(TaskType.REGRESSION);
            int outputs = regression ? 1 : metric.supports(TaskType.MULTICLASS) ? 3 : 2;
            double[] targets = new double[ROWS];
            float[] values = new float[ROWS * outputs];
            for (int row = 0; row < ROWS; row++) {
                targets[row] = regression ? random.nextDouble() * 5 : random.nextInt(outputs);
                double sum = 0;
                for (int k = 0; k < outputs; k++) {
                    // coarse, so that there are ties
                    values[row * outputs + k] = 1 + random.nextInt(4);
                    sum += values[row * outputs + k];
                }
                for (int k = 0; k < outputs && !regression; k++) {
                    values[row * outputs + k] /= (float) sum;
                }
            }
            return new Sample(targets, Predictions.of(values, outputs));
        }
    }
}
