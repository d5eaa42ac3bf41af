package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MetaFeaturesTest {
    private static Map<String, Double> of(Sample sample) {
        return MetaFeatures.of(sample.table(), sample.labels(), sample.task());
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasTheSameFiguresAllFinite(TaskType type) {
        Map<String, Double> figures = of(SyntheticTables.learnable(type, 400, 1));

        assertThat(figures.keySet())
                .isEqualTo(of(SyntheticTables.wide(TaskType.BINARY, 50, 200, 2)).keySet());
        assertThat(figures.values()).allMatch(Double::isFinite);
        assertThat(figures).hasSizeGreaterThan(30);
    }

    private static double sum(Map<String, Double> figures, String... names) {
        return Arrays.stream(names)
                .mapToDouble(name -> figures.getOrDefault(name, Double.NaN))
                .sum();
    }

    @Test
    void figuresOfOneTableAreAlwaysTheSame() {
        assertThat(of(SyntheticTables.learnable(TaskType.MULTICLASS, 300, 1)))
                .isEqualTo(of(SyntheticTables.learnable(TaskType.MULTICLASS, 300, 1)));
    }

    @Test
    void whatCanBeCountedIsCounted() {
        Map<String, Double> figures = of(SyntheticTables.learnable(TaskType.BINARY, 400, 1));

        assertThat(figures.get("log_rows")).isEqualTo(Math.log(400));
        assertThat(figures.get("log_classes")).isEqualTo(Math.log(2));
        assertThat(sum(figures, "numeric", "categorical", "text")).isCloseTo(1, within(1e-9));
        assertThat(sum(figures, "majority", "minority")).isCloseTo(1, within(1e-9));
    }

    /** A text has no levels, and an identifier, of which half is missing, is no feature. */
    @Test
    void textsAndIdentifiersAreNoCategories() {
        Table table = Table.of(
                Schema.of(List.of(
                        ColumnSchema.of("note", ColumnKind.TEXT),
                        ColumnSchema.of("key", ColumnKind.ID),
                        ColumnSchema.of("colour", ColumnKind.CATEGORICAL),
                        ColumnSchema.of("y", ColumnKind.NUMERIC).withRole(Role.TARGET))),
                List.of(
                        StringColumn.of(List.of("a b", "c d", "e f", "g h")),
                        StringColumn.of(List.of("k1", "", "k3", "")),
                        StringColumn.of(List.of("red", "blue", "red", "blue")),
                        NumericColumn.of(1, 2, 3, 4)));
        Task task = new Task(TaskType.REGRESSION, "y", List.of());

        Map<String, Double> counts = MetaFeatures.counts(table, Labels.of(new double[] {1, 2, 3, 4}), task);

        assertThat(counts)
                .containsEntry("log_levels_mean", Math.log(2))
                .containsEntry("log_levels_max", Math.log(2))
                .containsEntry("missing_cells", 0.0)
                .containsEntry("missing_columns", 0.0);
    }

    @Test
    void countsAreAPartOfAll() {
        Sample sample = SyntheticTables.learnable(TaskType.MULTICLASS, 300, 1);
        Map<String, Double> counts = MetaFeatures.counts(sample.table(), sample.labels(), sample.task());

        assertThat(counts).containsKeys("log_rows", "missing_cells", "entropy").hasSizeLessThan(20);
        assertThat(of(sample)).containsAllEntriesOf(counts);
    }

    @ParameterizedTest
    @EnumSource
    void landmarksTellWhatCanBeLearnedFromNoise(TaskType type) {
        Map<String, Double> learnable = of(SyntheticTables.learnable(type, 900, 1));

        assertThat(learnable.get("landmark_tree")).isGreaterThan(0.05);
        assertThat(learnable.get("landmark_linear")).isGreaterThan(0.05);
        assertThat(learnable.get("dependence_max")).isGreaterThan(0.02);

        Map<String, Double> noise = of(SyntheticTables.randomTarget(900, 1));
        assertThat(noise.get("landmark_tree")).isLessThan(0.03);
        assertThat(noise.get("landmark_linear")).isLessThan(0.03);
        assertThat(noise.get("landmark_neighbours")).isLessThan(0.03);
        assertThat(noise.get("dependence_mean")).isLessThan(0.02);
    }
}
