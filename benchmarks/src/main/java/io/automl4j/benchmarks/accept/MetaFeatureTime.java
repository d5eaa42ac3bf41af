package io.automl4j.benchmarks.accept;

import io.automl4j.api.run.NanoClock;
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
import io.automl4j.meta.MetaFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Prints how many seconds a new JVM takes for the meta-features of a drawn table of 100,000 rows and 100 columns. */
final class MetaFeatureTime {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 100;
    private static final List<String> LEVELS =
            IntStream.range(0, 30).mapToObj(level -> "level " + level).toList();

    private MetaFeatureTime() {}

    /**
     * Measures once.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            boolean numeric = i % 2 == 0;
            schemas.add(ColumnSchema.of("c" + i, numeric ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL));
            columns.add(
                    numeric
                            ? NumericColumn.of(random.doubles(ROWS).toArray())
                            : StringColumn.of(
                                    LEVELS, random.ints(ROWS, 0, LEVELS.size()).toArray()));
        }
        Table table = Table.of(Schema.of(schemas), columns);
        Labels labels = Labels.of(random.ints(ROWS, 0, 2).asDoubleStream().toArray());
        Task task = new Task(TaskType.BINARY, "y", List.of("no", "yes"));
        long begun = NanoClock.SYSTEM.nanos();
        int figures = MetaFeatures.of(table, labels, task).size();
        double seconds = NanoClock.SYSTEM.since(begun).toNanos() / 1e9;
        System.out.printf("%d meta-features%n", figures);
        System.out.println(seconds);
    }
}
