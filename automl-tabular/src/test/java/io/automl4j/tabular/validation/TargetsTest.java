package io.automl4j.tabular.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void rowsWithoutTargetAreLeftOut() {
        Table table = Tab.rows(5)
                .number("x", row -> row)
                .category("y", row -> row == 3 ? "" : row % 2 == 0 ? "b" : "a")
                .build();

        LabelledTable labelled = Tab.labelled(table);

        assertThat(labelled.table().rows()).isEqualTo(4);
        assertThat(labelled.table().column("x").text(3)).isEqualTo("4");
        assertThat(labelled.labels().label(0)).isEqualTo(1);
        assertThat(labelled.labels().label(1)).isZero();
        assertThat(labelled.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(DataWarning.Kind.MISSING_TARGET);
            assertThat(warning).hasToString("Column 'y': 1 of 5 rows have no target. They are left out.");
        });
    }

    @Test
    void completeTableIsKeptAsItIs() {
        Table table = Tab.rows(4).number("y", row -> row * 1.5).build();

        LabelledTable labelled = Tab.labelled(table);

        assertThat(labelled.table()).isSameAs(table);
        assertThat(labelled.labels().target(3)).isEqualTo(4.5);
        assertThat(labelled.warnings()).isEmpty();
    }

    @Test
    void weightsOfRowsAndClassesMultiply() {
        Table table = Tab.rows(4)
                .number("w", row -> row == 3 ? Double.NaN : row)
                .role(Role.WEIGHT)
                .number("y", row -> row % 2)
                .build();

        LabelledTable labelled = Targets.of(table, Tab.task(table), Map.of("1", 10.0));

        assertThat(labelled.labels().weightsAsFloats()).containsExactly(0, 10, 2, 10);
    }

    @Test
    void numbersInTextsAreValues() {
        Table table = Tab.rows(3).category("y", row -> row + ".5").build();
        Task task = TaskInference.infer(table, Optional.of(TaskType.REGRESSION));

        assertThat(Targets.of(table, task, Map.of()).labels().toFloats()).containsExactly(0.5f, 1.5f, 2.5f);
    }

    @Test
    void aTargetThatIsTooLargeIsNamed() {
        Table table = Tab.rows(3).category("y", row -> row + "e200").build();
        Task task = TaskInference.infer(table, Optional.of(TaskType.REGRESSION));

        assertThatThrownBy(() -> Targets.of(table, task, Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Row 2 has the target 1.0E200 in 'y'")
                .hasMessageContaining("Maybe divide the target");
    }

    @Test
    void negativeWeightIsNamed() {
        Table table = Tab.rows(3)
                .number("w", row -> row == 2 ? -1 : 1)
                .role(Role.WEIGHT)
                .number("y", row -> row)
                .build();

        assertThatThrownBy(() -> Tab.labelled(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Row 3 has the weight -1.0 in column 'w'");
    }

    @Test
    void weightsMustBeNumbersAndSomePositive() {
        Table text = Tab.rows(3)
                .category("w", row -> "heavy")
                .role(Role.WEIGHT)
                .number("y", row -> row)
                .build();
        Table zero = Tab.rows(3)
                .number("w", row -> 0)
                .role(Role.WEIGHT)
                .number("y", row -> row)
                .build();

        assertThatThrownBy(() -> Tab.labelled(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("CATEGORICAL");
        assertThatThrownBy(() -> Tab.labelled(zero))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("weight 0");
    }

    @Test
    void classWeightsMustNameClasses() {
        Table table = Tab.rows(4)
                .text("y", ColumnKind.BOOLEAN, row -> row % 2 == 0 ? "no" : "yes")
                .build();

        assertThatThrownBy(() -> Targets.of(table, Tab.task(table), Map.of("maybe", 1.0)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'maybe'")
                .hasMessageContaining("[no, yes]");
        assertThatThrownBy(() -> Targets.of(table, Tab.task(table), Map.of("no", -1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight -1.0");
    }

    @Test
    void classesMustBeThoseOfTheTask() {
        Table table = Tab.rows(3).category("y", row -> "c" + row).build();
        Task task = new Task(TaskType.BINARY, "y", List.of("c0", "c1"));

        assertThatThrownBy(() -> Targets.of(table, task, Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Row 3 has the class 'c2'");
    }
}
