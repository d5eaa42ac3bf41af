package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Resampling} and {@link InnerSplit}. */
final class RowSelectionTest {
    private static final Task TASK = new Task(TaskType.BINARY, "y", List.of("a", "b"));

    /** Rows that hold their own number, and classes that take turns. */
    private static FoldData data(int rows, double... weights) {
        float[] values = new float[rows];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row;
            targets[row] = row % 2;
        }
        Labels labels = weights.length == 0 ? Labels.of(targets) : Labels.weighted(targets, weights);
        return FoldData.of(TASK, EncodedRows.of(List.of(new Feature("x", 0)), values, rows), labels);
    }

    private static int[] numbers(EncodedRows rows) {
        return IntStream.range(0, rows.rows())
                .map(row -> (int) rows.get(row, 0))
                .toArray();
    }

    @Test
    void aShareHasRowsOnceWithTheirLabels() {
        FoldData share = Resampling.share(data(100), 0.25, 3);
        int[] numbers = numbers(share.train());
        assertThat(numbers).hasSize(25).doesNotHaveDuplicates().isSorted();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(share.labels().label(i)).isEqualTo(numbers[i] % 2);
        }
        assertThat(numbers(Resampling.share(data(100), 0.25, 4).train())).isNotEqualTo(numbers);
        FoldData all = data(100);
        assertThat(Resampling.share(all, 1, 3)).isSameAs(all);
        assertThat(Resampling.share(data(3), 0.01, 3).train().rows()).isEqualTo(1);
    }

    @Test
    void rowsAreDrawnInProportionToTheirWeights() {
        double[] weights = new double[100];
        Arrays.fill(weights, 1);
        weights[7] = 100;
        weights[8] = 0;
        FoldData drawn = Resampling.byWeight(data(100, weights), 1);
        int[] numbers = numbers(drawn.train());
        assertThat(numbers).hasSize(100).doesNotContain(8);
        // of a total of 198 half belongs to row 7
        assertThat((double) Arrays.stream(numbers).filter(number -> number == 7).count())
                .isCloseTo(50, within(2.0));
        assertThat(drawn.labels().isWeighted()).isFalse();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(drawn.labels().label(i)).isEqualTo(numbers[i] % 2);
        }
    }

    @Test
    void withoutWeightsNothingIsDrawn() {
        FoldData plain = data(10);
        assertThat(Resampling.byWeight(plain, 1)).isSameAs(plain);
    }

    @Test
    void aTenthIsWatchedOfEachClassAlike() {
        FoldData all = data(200);
        FoldData split = InnerSplit.of(TASK, all.train(), all.labels(), 1);
        assertThat(split.watch().rows()).isEqualTo(20);
        assertThat(numbers(split.train())).hasSize(180).doesNotContain(numbers(split.watch()));
        double seconds = IntStream.range(0, 20).map(split.watchLabels()::label).sum();
        assertThat(seconds).isEqualTo(10);
    }

    @Test
    void ofAFewRowsNoneAreGivenAway() {
        FoldData all = data(9);
        FoldData split = InnerSplit.of(TASK, all.train(), all.labels(), 1);
        assertThat(split.train().rows()).isEqualTo(9);
        assertThat(split.watch().rows()).isEqualTo(9);
    }
}
