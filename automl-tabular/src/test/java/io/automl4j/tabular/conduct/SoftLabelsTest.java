package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SoftLabelsTest {
    private static final EncodedRows ROWS = EncodedRows.of(List.of(new Feature("x", 0)), new float[] {10, 20}, 2);

    @Test
    void aRowIsThereOnceForEachLikelyClass() {
        SoftLabels labels = new SoftLabels(new Task(TaskType.MULTICLASS, "y", List.of("a", "b", "c")));
        labels.add(1, new double[] {0.75, 0.24, 0.01}, 2);
        labels.add(0, new double[] {0, 1, 0}, 1);

        FoldData data = labels.of(ROWS);

        assertThat(data.train().values()).containsExactly(20, 20, 10);
        assertThat(IntStream.range(0, 3).map(data.labels()::label)).containsExactly(0, 1, 1);
        assertThat(data.labels().weight(0)).isCloseTo(2 * 0.75 / 0.99, within(1e-12));
        assertThat(data.labels().totalWeight()).isCloseTo(3, within(1e-12));
    }

    @Test
    void ofManyUnlikelyClassesTheMostProbableStays() {
        List<String> classes = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
        double[] values = new double[100];
        Arrays.fill(values, 0.0099);
        values[42] = 0.0199;
        SoftLabels labels = new SoftLabels(new Task(TaskType.MULTICLASS, "y", classes));
        labels.add(0, values, 1);

        FoldData data = labels.of(ROWS);

        assertThat(data.labels().rows()).isEqualTo(1);
        assertThat(data.labels().label(0)).isEqualTo(42);
    }

    @Test
    void aNumberIsItsOwnTarget() {
        SoftLabels labels = new SoftLabels(new Task(TaskType.REGRESSION, "y", List.of()));
        for (int i = 0; i < 100; i++) {
            labels.add(i % 2, new double[] {i}, 0.5);
        }

        FoldData data = labels.of(ROWS);

        assertThat(data.labels().rows()).isEqualTo(100);
        assertThat(data.labels().target(99)).isEqualTo(99);
        assertThat(data.labels().totalWeight()).isEqualTo(50);
    }
}
