package io.automl4j.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void outputsAreClassesOrOneNumber() {
        assertThat(new Task(TaskType.BINARY, "y", List.of("no", "yes")).outputs())
                .isEqualTo(2);
        assertThat(new Task(TaskType.MULTICLASS, "y", List.of("a", "b", "c")).outputs())
                .isEqualTo(3);
        assertThat(new Task(TaskType.REGRESSION, "y", List.of()).outputs()).isEqualTo(1);
    }

    @Test
    void classesMustFitTheType() {
        assertThatThrownBy(() -> new Task(TaskType.BINARY, "y", List.of("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A BINARY task cannot have 3 classes ([a, b, c]).");
        assertThatThrownBy(() -> new Task(TaskType.REGRESSION, "y", List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Task(TaskType.MULTICLASS, "y", List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantilesRise() {
        Task number = new Task(TaskType.REGRESSION, "y", List.of());
        Task quantiles = number.withQuantiles(List.of(0.05, 0.4, 0.6, 0.95));

        assertThat(quantiles.type()).isEqualTo(TaskType.QUANTILE);
        assertThat(quantiles.type().isClassification()).isFalse();
        assertThat(quantiles.outputs()).isEqualTo(4);
        assertThat(quantiles.middle()).as("the upper one of two").isEqualTo(2);
        assertThat(number.middle()).isZero();
        for (List<Double> wrong : List.of(
                List.of(0.5, 0.5), List.of(0.9, 0.1), List.of(0.0, 0.5), List.of(0.5, 1.0), List.of(Double.NaN))) {
            assertThatThrownBy(() -> number.withQuantiles(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be rising numbers between 0 and 1");
        }
        assertThatThrownBy(() -> number.withQuantiles(List.of()))
                .hasMessage("A QUANTILE task cannot have 0 quantiles ([]).");
        assertThatThrownBy(() -> new Task(TaskType.REGRESSION, "y", List.of(), List.of(0.5)))
                .hasMessageContaining("cannot have 1 quantiles");
    }

    @Test
    void classesAreCopied() {
        List<String> classes = new ArrayList<>(List.of("no", "yes"));
        Task task = new Task(TaskType.BINARY, "y", classes);

        classes.clear();

        assertThat(task.classes()).containsExactly("no", "yes");
    }

    @Test
    void featuresAreOfThreeGroups() {
        TaskShape shape = new TaskShape(TaskType.BINARY, 100, 2, 3, 4, 5, 12, true);

        assertThat(shape.features()).isEqualTo(12);
    }
}
