package io.automl4j.tabular.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.task.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfFoldTest {
    private final ValidationPlan plan = new ValidationPlan(
            ValidationPlan.Kind.REPEATED,
            List.of(
                    new Fold(new int[] {0, 1}, new int[] {2, 4}),
                    new Fold(new int[] {2, 4}, new int[] {0}),
                    new Fold(new int[] {0, 1}, new int[] {2})),
            5);

    @Test
    void severalPredictionsOfARowAreAveraged() {
        OutOfFold all = plan.outOfFold(3);

        Predictions merged = all.merge(List.of(
                Predictions.of(new float[] {1, 0, 0.25f, 0.75f}, 2),
                Predictions.of(new float[] {0, 1}, 2),
                Predictions.of(new float[] {0.5f, 0.5f}, 2)));

        assertThat(all.rows()).containsExactly(0, 2, 4);
        assertThat(merged.toArray()).containsExactly(0, 1, 0.75f, 0.25f, 0.25f, 0.75f);
    }

    @Test
    void firstFoldsCoverTheirRows() {
        assertThat(plan.outOfFold(1).rows()).containsExactly(2, 4);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        OutOfFold first = plan.outOfFold(1);

        assertThatThrownBy(() -> first.merge(List.of(Predictions.of(new float[3], 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("validates 2 rows, but 3 were predicted");
        assertThatThrownBy(() -> first.merge(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 folds, but 0 predictions.");
        assertThatThrownBy(() -> plan.outOfFold(4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsThatNobodyTrainsOnAreNotCovered() {
        assertThat(plan.coversAllRows()).as("row 3 is in no fold").isFalse();
        assertThat(plan.folds().get(0)).hasToString("Fold[train 2, validation 2]");
    }
}
