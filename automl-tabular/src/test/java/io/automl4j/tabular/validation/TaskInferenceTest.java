package io.automl4j.tabular.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TaskInferenceTest {

    private static Table numbers(int rows, IntToDoubleFunction cell) {
        return Tab.rows(rows).number("x", row -> row).number("y", cell).build();
    }

    @Test
    void textIsClassesInAlphabeticalOrder() {
        Task task = Tab.task(
                Tab.rows(4).category("y", row -> row % 2 == 0 ? "good" : "bad").build());

        assertThat(task.type()).isEqualTo(TaskType.BINARY);
        assertThat(task.classes()).containsExactly("bad", "good");
        assertThat(task.target()).isEqualTo("y");
    }

    @Test
    void textsOfNumbersAreInNumericOrder() {
        Task task =
                Tab.task(Tab.rows(30).category("y", row -> "" + (row % 3) * 5).build());

        assertThat(task.type()).isEqualTo(TaskType.MULTICLASS);
        assertThat(task.classes()).containsExactly("0", "5", "10");
    }

    @Test
    void formatOfBooleanNamesTheTrueOne() {
        Task task = Tab.task(Tab.rows(4)
                .text("y", ColumnKind.BOOLEAN, row -> row % 2 == 0 ? "absent" : "Present")
                .format("absent|Present")
                .build());

        assertThat(task.classes()).containsExactly("absent", "Present");
    }

    @Test
    void twoNumbersAreTwoClassesAsWritten() {
        assertThat(Tab.task(numbers(10, row -> row % 2)).classes()).containsExactly("0", "1");
        assertThat(Tab.task(numbers(10, row -> row % 2 == 0 ? -1 : 1.5)).classes())
                .containsExactly("-1", "1.5");
        assertThat(Tab.task(numbers(10, row -> row % 2)).type()).isEqualTo(TaskType.BINARY);
    }

    @Test
    void codesFromZeroOrOneAreClasses() {
        assertThat(Tab.task(numbers(200, row -> row % 9)).type()).isEqualTo(TaskType.MULTICLASS);
        assertThat(Tab.task(numbers(200, row -> row % 7 == 5 ? 7 : row % 7 + 1)).classes())
                .as("a code is missing, as in satimage")
                .containsExactly("1", "2", "3", "4", "5", "7");
    }

    @Test
    void otherNumbersAreValues() {
        assertThat(Tab.task(numbers(200, row -> 3 + row % 7)).type())
                .as("scores from 3 to 9, as of wine")
                .isEqualTo(TaskType.REGRESSION);
        assertThat(Tab.task(numbers(200, row -> row % 11)).type())
                .as("eleven counts")
                .isEqualTo(TaskType.REGRESSION);
        assertThat(Tab.task(numbers(40, row -> row % 5)).type()).as("few rows").isEqualTo(TaskType.REGRESSION);
        assertThat(Tab.task(numbers(200, row -> row % 3 / 2.0)).type())
                .as("halves")
                .isEqualTo(TaskType.REGRESSION);
        assertThat(Tab.task(numbers(200, row -> row % 4 * 10)).type())
                .as("wide gaps")
                .isEqualTo(TaskType.REGRESSION);
    }

    @Test
    void userOverrides() {
        Table codes = numbers(200, row -> row % 5);

        assertThat(TaskInference.infer(codes, Optional.of(TaskType.REGRESSION)).classes())
                .isEmpty();
        assertThat(TaskInference.infer(numbers(30, row -> 3 + row % 7), Optional.of(TaskType.MULTICLASS))
                        .classes())
                .containsExactly("3", "4", "5", "6", "7", "8", "9");
        assertThat(TaskInference.infer(numbers(30, row -> row % 2), Optional.of(TaskType.MULTICLASS))
                        .type())
                .isEqualTo(TaskType.BINARY);
    }

    @Test
    void missingTargetsAreNoClass() {
        Task task = Tab.task(Tab.rows(6)
                .category("y", row -> row % 3 == 0 ? "" : "c" + row % 3)
                .build());

        assertThat(task.classes()).containsExactly("c1", "c2");
    }

    @Test
    void targetMustBeNamed() {
        Table table = Table.of(
                io.automl4j.api.table.Schema.of(
                        java.util.List.of(io.automl4j.api.table.ColumnSchema.of("x", ColumnKind.NUMERIC))),
                java.util.List.of(io.automl4j.api.table.NumericColumn.of(1, 2)));

        assertThatThrownBy(() -> Tab.task(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no target")
                .hasMessageContaining("withTarget")
                .hasMessageContaining("x");
    }

    @Test
    void targetMustVary() {
        assertThatThrownBy(() -> Tab.task(numbers(5, row -> Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'y' is missing in all 5 rows");
        assertThatThrownBy(() -> Tab.task(numbers(5, row -> 7)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one value only, '7'");
        assertThatThrownBy(() -> Tab.task(numbers(0, row -> 7)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no rows");
    }

    @Test
    void tooManyClassesAreRefused() {
        assertThatThrownBy(() -> Tab.task(
                        Tab.rows(2200).category("y", row -> "n" + row / 2).build()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1100 distinct values in 2200 rows");
        assertThatThrownBy(() ->
                        Tab.task(Tab.rows(50).category("y", row -> "n" + row).build()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("50 distinct values in 50 rows");
    }

    @Test
    void typeMustFitTheTarget() {
        Table texts = Tab.rows(9).category("y", row -> "c" + row % 3).build();

        assertThatThrownBy(() -> TaskInference.infer(texts, Optional.of(TaskType.REGRESSION)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'c0'")
                .hasMessageContaining("classification");
        assertThatThrownBy(() -> TaskInference.infer(texts, Optional.of(TaskType.BINARY)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("3 values");
        assertThatThrownBy(
                        () -> Tab.task(Tab.rows(3).time("y", row -> row * 1000L).build()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("dates");
    }

    @Test
    void numbersThatLookLikeAKeyAreNumbers() {
        Table keys = Tab.rows(300)
                .number("x", row -> row)
                .text("y", ColumnKind.ID, row -> Integer.toString(1000 + row))
                .build();
        assertThat(Tab.task(keys).type()).isEqualTo(TaskType.REGRESSION);
    }
}
