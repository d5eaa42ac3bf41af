package io.automl4j.tabular.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.testkit.SyntheticTables;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RowSampleTest {
    private static Map<String, Integer> targets(Table table) {
        String target = table.schema().withRole(Role.TARGET).orElseThrow().name();
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            counts.merge(table.column(target).text(row), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void aTableThatIsSmallEnoughIsTakenWhole() {
        Table table = SyntheticTables.learnable(TaskType.BINARY, 100, 1).table();

        assertThat(RowSample.of(table, TaskType.BINARY, 100, 1)).isSameAs(table);
    }

    @Test
    void classesKeepTheirShares() {
        Table table = SyntheticTables.learnable(TaskType.MULTICLASS, 900, 1).table();

        Table sample = RowSample.of(table, TaskType.MULTICLASS, 300, 1);

        Map<String, Integer> all = targets(table);
        targets(sample)
                .forEach((label, count) -> assertThat(3 * count)
                        .isBetween(all.getOrDefault(label, 0) - 6, all.getOrDefault(label, 0) + 6));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameRows(TaskType type) {
        Table table = SyntheticTables.learnable(type, 500, 1).table();

        Table once = RowSample.of(table, type, 200, 7);

        assertThat(once.rows()).isBetween(197, 203);
        assertThat(targets(RowSample.of(table, type, 200, 7))).isEqualTo(targets(once));
        assertThat(once.column(0).text(5))
                .isEqualTo(RowSample.of(table, type, 200, 7).column(0).text(5));
    }
}
