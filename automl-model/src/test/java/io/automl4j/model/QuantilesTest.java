package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.predictor.PriorModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuantilesTest {
    private static final Task TASK = new Task(TaskType.QUANTILE, "class", List.of(), List.of(0.1, 0.5, 0.9));

    @TempDir
    private Path directory;

    private static AutoModel model(PostProcessing processing) {
        return AutoModel.of(SampleModels.parts(TASK, 8).with(processing));
    }

    @Test
    void theyAreShiftedAndInOrder() {
        Table table = SampleModels.table(40, 3);
        PredictedRows plain = model(PostProcessing.NONE).predict(table);
        PredictedRows shifted =
                model(PostProcessing.shifting(List.of(5.0, 0.0, -5.0))).predict(table);
        boolean crossed = false;
        for (int row = 0; row < 40; row++) {
            assertThat(plain.quantile(row, 0)).isLessThanOrEqualTo(plain.quantile(row, 1));
            assertThat(plain.quantile(row, 1)).isLessThanOrEqualTo(plain.quantile(row, 2));
            assertThat(shifted.quantile(row, 0)).isLessThanOrEqualTo(shifted.quantile(row, 1));
            assertThat(shifted.quantile(row, 1)).isLessThanOrEqualTo(shifted.quantile(row, 2));
            double sum = plain.quantile(row, 0) + plain.quantile(row, 1) + plain.quantile(row, 2);
            assertThat(shifted.quantile(row, 0) + shifted.quantile(row, 1) + shifted.quantile(row, 2))
                    .isCloseTo(sum, within(1e-4));
            crossed |= shifted.quantile(row, 0) < plain.quantile(row, 0);
        }
        assertThat(crossed)
                .as("what was lowered by 5 is at times the least then")
                .isTrue();
        Predictions ordered = PostProcessing.shifting(List.of(0.0, 1.0, -3.0))
                .ordered(Predictions.of(new float[] {1, 2, 3, 7, 5, 3}, 3));
        assertThat(ordered.toArray()).containsExactly(0, 1, 3, 0, 6, 7);
    }

    @Test
    void oneOfThemStandsForAll() {
        Table table = SampleModels.table(3, 3);
        PredictedRows rows = model(PostProcessing.NONE).predict(table);
        assertThat(rows.value(1)).isEqualTo(rows.quantile(1, 1));
        Prediction row = rows.prediction(1);
        assertThat(row.value()).isEqualTo(rows.value(1));
        assertThat(row.probabilities()).isEmpty();
        assertThat(row.quantiles()).containsOnlyKeys(0.1, 0.5, 0.9).containsEntry(0.9, rows.quantile(1, 2));
        assertThat(rows.label(1)).isEqualTo(row.label()).isNotEmpty();
        assertThatThrownBy(() -> rows.interval(1, 0.9)).hasMessageContaining("[0.1, 0.5, 0.9] are predicted");
        assertThatThrownBy(() -> rows.quantile(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theFileKeepsThem() {
        Path file = directory.resolve("quantiles.automl");
        AutoModel model = model(PostProcessing.shifting(List.of(-0.25, 0.0, 0.5)));
        model.save(file);
        AutoModel loaded = AutoModel.load(file);
        Table table = SampleModels.table(20, 4);
        assertThat(loaded.task()).isEqualTo(TASK);
        assertThat(loaded.parts().processing()).isEqualTo(model.parts().processing());
        assertThat(loaded.predict(table).values().toArray())
                .containsExactly(model.predict(table).values().toArray());
    }

    @Test
    void thePriorHasThoseOfTheTargets() {
        Labels labels = Labels.weighted(new double[] {5, 1, 4, 2, 3, 100}, new double[] {1, 1, 1, 1, 1, 0});
        assertThat(PriorModel.of(labels, TASK).values()).containsExactly(1, 3, 5);
        Labels heavy = Labels.weighted(new double[] {5, 1, 4}, new double[] {1, 8, 1});
        assertThat(PriorModel.of(heavy, TASK).values()).containsExactly(1, 1, 4);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> model(PostProcessing.shifting(List.of(1.0))))
                .hasMessageContaining("shifts of 1 quantiles, the task has 3");
        assertThatThrownBy(() -> PostProcessing.shifting(List.of(Double.NaN))).hasMessageContaining("A shift is NaN");
        assertThatThrownBy(() ->
                        model(PostProcessing.NONE.with(new Conformal(List.of(), List.of(Conformal.Scores.of(1, 2))))))
                .hasMessageContaining("Quantiles have no scores");
    }
}
