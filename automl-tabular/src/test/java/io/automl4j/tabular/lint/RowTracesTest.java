package io.automl4j.tabular.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.RowTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowTracesTest {
    private static final Task TASK = new Task(TaskType.BINARY, "y", List.of("no", "yes"));
    private static final int COLUMNS = 8;

    /** Numbers and levels; rows of one seed are the same, however many there are. */
    private static Table table(int rows, long seed) {
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            SplittableRandom random = new SplittableRandom(seed * 100 + i);
            described.add(ColumnSchema.of("x" + i, i < 6 ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL));
            columns.add(
                    i < 6
                            ? NumericColumn.of(random.doubles(rows).toArray())
                            : StringColumn.of(IntStream.range(0, rows)
                                    .mapToObj(row -> "l" + random.nextInt(5))
                                    .toList()));
        }
        return Table.of(Schema.of(described), columns);
    }

    private static Labels labels(int rows) {
        return Labels.of(IntStream.range(0, rows).mapToDouble(row -> row % 2).toArray());
    }

    private static Table without(Table table, int column) {
        List<ColumnSchema> described = new ArrayList<>(table.schema().columns());
        List<Column> columns = new ArrayList<>(table.columns());
        described.remove(column);
        columns.remove(column);
        return Table.of(table.schema().withColumns(described), columns);
    }

    private static OptionalDouble known(Table earlier, Table now) {
        RowTrace trace = RowTraces.of(earlier, labels(earlier.rows()), TASK);
        return RowTraces.known(trace, earlier.schema(), now, labels(now.rows()), TASK);
    }

    @Test
    void theSameRowsAreKnownAndOthersAreNot() {
        assertThat(known(table(500, 1), table(500, 1))).hasValue(1);
        assertThat(known(table(500, 1), table(500, 2))).hasValue(0);
    }

    /** Of 6,000 rows a third of the hashes is kept. */
    @Test
    void aPartOfManyRowsIsRecognised() {
        assertThat(known(table(6_000, 3), table(600, 3))).hasValue(1);
        double half = known(table(1_000, 4), table(2_000, 4)).orElseThrow();
        assertThat(half).isBetween(0.45, 0.55);
    }

    @Test
    void aColumnMoreOrLessDoesNotHideRows() {
        Table whole = table(500, 5);
        assertThat(known(without(whole, 2), whole)).hasValue(1);
        assertThat(known(whole, without(whole, 2))).hasValue(1);
        assertThat(known(whole, without(table(500, 6), 2))).hasValue(0);
    }

    /** The order of rows and of columns is none of a row's cells. */
    @Test
    void rowsInAnotherOrderAreTheSame() {
        Table table = table(300, 7);
        int[] turned = IntStream.range(0, 300).map(row -> 299 - row).toArray();
        RowTrace trace = RowTraces.of(table, labels(300), TASK);
        assertThat(RowTraces.known(
                        trace, table.schema(), table.select(turned), labels(300).select(turned), TASK))
                .hasValue(1);
    }

    @Test
    void classesAreComparedByName() {
        Table table = table(300, 8);
        double[] turned = new double[300];
        Arrays.setAll(turned, row -> 1 - row % 2);
        Task other = new Task(TaskType.BINARY, "y", List.of("yes", "no"));
        RowTrace trace = RowTraces.of(table, labels(300), TASK);
        assertThat(RowTraces.known(trace, table.schema(), table, Labels.of(turned), other))
                .hasValue(1);
    }

    @Test
    void numbersAreTargetsToo() {
        Table table = table(300, 9);
        Task numbers = new Task(TaskType.REGRESSION, "y", List.of());
        RowTrace trace = RowTraces.of(table, labels(300), numbers);
        assertThat(RowTraces.known(trace, table.schema(), table, labels(300), numbers))
                .hasValue(1);
    }

    /** Rows of two levels are the same by chance; without most of the columns nothing can be compared. */
    @Test
    void whatCannotBeToldIsNotSaid() {
        Table few = table(300, 10);
        for (int i = 0; i < 6; i++) {
            few = without(few, 0);
        }
        assertThat(known(few, few)).isEmpty();
        assertThat(known(table(300, 11), few)).isEmpty();
        assertThat(known(table(300, 12), table(2, 12))).isEmpty();
    }

    /** A tenth of the rows is there twice: of two halves of the table as many are the same, which tells nothing. */
    @Test
    void rowsThatAreTheSameByChanceDoNotCount() {
        Table table = table(1_000, 14);
        int[] rows = new SplittableRandom(15).ints(1_000, 0, 900).toArray();
        int[] twice = IntStream.range(0, 1_000).map(i -> i < 900 ? i : rows[i]).toArray();
        int[] order = Shuffles.order(1_000, new SplittableRandom(16));
        int[] first = IntStream.range(0, 500).map(i -> twice[order[i]]).toArray();
        int[] second = IntStream.range(500, 1_000).map(i -> twice[order[i]]).toArray();
        Labels labels = labels(1_000);
        RowTrace trace = RowTraces.of(table.select(first), labels.select(first), TASK);
        assertThat(RowTraces.known(trace, table.schema(), table.select(second), labels.select(second), TASK))
                .hasValue(0);
        assertThat(RowTraces.known(trace, table.schema(), table.select(first), labels.select(first), TASK))
                .hasValue(1);
    }

    @Test
    void traceIsSmall() {
        RowTrace trace = RowTraces.of(table(5_000, 13), labels(5_000), TASK);
        assertThat(trace.views()).hasSizeBetween(2, 9).allSatisfy(view -> {
            assertThat(view.hashes()).hasSize(2_048);
            assertThat(view.complete()).isFalse();
        });
    }
}
