package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SyntheticTablesTest {
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void everyClassOccursAndTheTargetSaysSo(TaskType type) {
        Sample sample = SyntheticTables.learnable(type, 200, 1);
        Column target = sample.table().column("target");
        for (int row = 0; row < 200; row++) {
            String text = type.isClassification()
                    ? sample.task().classes().get(sample.labels().label(row))
                    : NumericColumn.format(sample.labels().target(row));
            assertThat(target.text(row)).isEqualTo(text);
        }
        long distinct =
                IntStream.range(0, 200).mapToObj(target::text).distinct().count();
        assertThat(distinct).isGreaterThanOrEqualTo(sample.task().outputs());
    }

    @Test
    void equalSeedsGiveEqualTables() {
        Sample one = SyntheticTables.learnable(TaskType.BINARY, 50, 9);
        Sample other = SyntheticTables.learnable(TaskType.BINARY, 50, 9);
        for (int column = 0; column < one.table().columns().size(); column++) {
            for (int row = 0; row < 50; row++) {
                assertThat(one.table().column(column).text(row))
                        .isEqualTo(other.table().column(column).text(row));
            }
        }
    }

    @Test
    void hasEveryKindOfColumn() {
        TaskShape shape = SyntheticTables.learnable(TaskType.BINARY, 200, 1).shape();
        assertThat(shape).isEqualTo(new TaskShape(TaskType.BINARY, 200, 2, 4, 2, 1, shape.maxLevels(), true));
        assertThat(shape.maxLevels()).isBetween(15, 22);
    }

    @Test
    void aRandomTargetComesWithManyLevels() {
        Sample sample = SyntheticTables.randomTarget(400, 1);
        assertThat(((StringColumn) sample.table().column("town")).levels()).hasSizeGreaterThan(75);
        double ones = IntStream.range(0, 400).map(sample.labels()::label).sum();
        assertThat(ones).isBetween(160.0, 240.0);
    }

    @Test
    void wideTablesAreWide() {
        Sample wide = SyntheticTables.wide(TaskType.MULTICLASS, 30, 500, 1);
        assertThat(wide.shape().features()).isEqualTo(500);
        assertThat(wide.task().outputs()).isEqualTo(3);
    }

    @Test
    void samplesCanBeCutAndChanged() {
        Sample sample = SyntheticTables.learnable(TaskType.BINARY, 20, 1);
        assertThat(sample.slice(5, 8).table().rows()).isEqualTo(3);
        assertThat(sample.select(4, 4).labels().rows()).isEqualTo(2);
        assertThat(sample.withLabels(Labels.of(new double[20])).labels().totalWeight())
                .isEqualTo(20);
        Sample changed = sample.withFeature("none", ColumnKind.TEXT, SyntheticTables.missing(ColumnKind.TEXT, 20))
                .withCells("size", SyntheticTables.missing(ColumnKind.NUMERIC, 20));
        assertThat(changed.table().column("none").missing()).isEqualTo(20);
        assertThat(changed.table().column("size").missing()).isEqualTo(20);
        Sample blind = sample.withoutCells();
        assertThat(blind.table().column("since").missing()).isEqualTo(20);
        assertThat(blind.table().column("target").missing()).isZero();
    }
}
