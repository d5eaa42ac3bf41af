package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.UpdateRefusedException;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class UpdateGuardTest {
    private static final int ROWS = 200;
    private static final Task NUMBERS = new Task(TaskType.REGRESSION, "y", List.of());
    private static final Labels TRUTH =
            Labels.of(new SplittableRandom(1).doubles(ROWS, 0, 10).toArray());
    private static final Predictions CONSTANT = UpdateGuard.constant(NUMBERS, TRUTH, ROWS);

    /** The truth and noise. */
    private static Predictions predictions(double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) (TRUTH.target(row) + noise * random.nextGaussian());
        }
        return Predictions.of(values, 1);
    }

    private static UpdateGuard guard() {
        return new UpdateGuard(Metrics.RMSE, TRUTH, 1);
    }

    @Test
    void whatIsBetterOrEqualPasses() {
        Predictions same = predictions(1, 2);
        assertThatCode(() -> guard().check(same, same, CONSTANT)).doesNotThrowAnyException();
        assertThatCode(() -> guard().check(predictions(1, 2), predictions(0.5, 3), CONSTANT))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsWorseIsRefusedWithBothScores() {
        assertThatThrownBy(() -> guard().check(predictions(0.5, 2), predictions(1, 3), CONSTANT))
                .isInstanceOfSatisfying(UpdateRefusedException.class, refused -> {
                    assertThat(refused.before()).isLessThan(0.6);
                    assertThat(refused.after()).isGreaterThan(0.9);
                })
                .hasMessageContaining("200 new rows")
                .hasMessageContaining("rmse");
    }

    /** By chance or not: the model as it was is there, and costs nothing to keep. */
    @Test
    void whatIsALittleWorseIsRefused() {
        Predictions before = predictions(1, 2);
        Predictions after = Predictions.of(moved(before.toArray()), 1);
        double loss = Metrics.RMSE.loss(TRUTH, before);
        assertThat(Metrics.RMSE.loss(TRUTH, after)).isBetween(loss + 1e-9, loss * 1.01);
        assertThatThrownBy(() -> guard().check(before, after, CONSTANT))
                .isInstanceOf(UpdateRefusedException.class)
                .hasMessageContaining("too few");
    }

    /** The first row is a tenth further away from its truth. */
    private static float[] moved(float[] predictions) {
        float[] moved = predictions.clone();
        moved[0] += 0.1f * (moved[0] - (float) TRUTH.target(0));
        return moved;
    }

    @Test
    void whatIsNoBetterThanAConstantIsRefused() {
        assertThatThrownBy(() -> guard().check(predictions(20, 2), CONSTANT, CONSTANT))
                .isInstanceOf(UpdateRefusedException.class)
                .hasMessageContaining("same answer");
    }

    @Test
    void aMetricThatIsNotDefinedIsNamed() {
        Labels one = Labels.of(new double[10]);
        Predictions any = Predictions.of(new float[20], 2);
        assertThatThrownBy(() -> new UpdateGuard(Metrics.ROC_AUC, one, 1).check(any, any, any))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("roc_auc");
    }

    @Test
    void constantsAreSmoothedSharesOfClassesOrTheMean() {
        Task classes = new Task(TaskType.BINARY, "y", List.of("a", "b"));
        Predictions shares = UpdateGuard.constant(classes, Labels.of(0, 0, 0, 1), 2);
        assertThat(shares.toArray()).containsExactly(0.7f, 0.3f, 0.7f, 0.3f);
        assertThat(UpdateGuard.constant(NUMBERS, Labels.of(1, 2, 6), 1).get(0, 0))
                .isEqualTo(3);
    }
}
