package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecombinationTest {
    private static final int ROWS = 200;

    private static double at(Table table, String column, int row) {
        return ((NumericColumn) table.column(column)).value(row);
    }

    /** Columns that both number the rows. */
    private static Table numbered() {
        double[] numbers = IntStream.range(0, ROWS).asDoubleStream().toArray();
        return Table.of(
                Schema.of(List.of(
                        ColumnSchema.of("one", ColumnKind.NUMERIC), ColumnSchema.of("other", ColumnKind.NUMERIC))),
                List.of(NumericColumn.of(numbers), NumericColumn.of(numbers)));
    }

    @Test
    void someCellsComeFromRowsForWhichAboutTheSameIsPredicted() {
        double[] predicted =
                IntStream.range(0, ROWS).mapToDouble(row -> ROWS - row).toArray();
        Table made = new Recombination(numbered(), predicted, 1).rows(3 * ROWS, new SplittableRandom(1));

        assertThat(made.rows()).isEqualTo(3 * ROWS);
        int exchanged = 0;
        for (int row = 0; row < made.rows(); row++) {
            double distance = Math.abs(at(made, "one", row) - row % ROWS);
            assertThat(distance).isLessThanOrEqualTo(10);
            exchanged += distance > 0 ? 1 : 0;
        }
        assertThat(exchanged / (double) made.rows()).isBetween(0.2, 0.36);
    }

    @Test
    void classesAreNotMixed() {
        double[] predicted = new double[3 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            predicted[3 * row + (row % 2 == 0 ? 0 : 2)] = 0.9;
            predicted[3 * row + 1] = 0.1;
        }
        Table made = new Recombination(numbered(), predicted, 3).rows(ROWS, new SplittableRandom(1));

        long mixed = IntStream.range(0, ROWS)
                .filter(row -> (at(made, "one", row) - row) % 2 != 0)
                .count();
        // only where one class ends and the other begins
        assertThat(mixed).isLessThan(10);
    }

    @Test
    void theSeedDecides() {
        double[] predicted = new double[ROWS];
        Recombination recombination = new Recombination(numbered(), predicted, 1);
        double[] first = cells(recombination.rows(50, new SplittableRandom(7)));
        assertThat(cells(recombination.rows(50, new SplittableRandom(7)))).containsExactly(first);
        assertThat(cells(recombination.rows(50, new SplittableRandom(8)))).isNotEqualTo(first);
    }

    private static double[] cells(Table table) {
        return IntStream.range(0, table.rows())
                .mapToDouble(row -> at(table, "other", row))
                .toArray();
    }
}
