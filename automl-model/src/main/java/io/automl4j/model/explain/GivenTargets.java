package io.automl4j.model.explain;

import io.automl4j.api.DataException;
import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.RowWeights;
import io.automl4j.api.task.Task;
import io.automl4j.model.parse.Conversion;
import io.automl4j.model.parse.ValueParser;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Reads targets and weights of tables as the training table had them. */
final class GivenTargets {
    private final Task task;
    private final Schema schema;
    private final Conversion conversion;

    GivenTargets(Task task, Schema schema) {
        this.task = task;
        this.schema = schema;
        this.conversion = Conversion.by(ValueParser.of(schema));
    }

    /** The rows that have a target, by number, and their labels. */
    record Given(int[] rows, Labels labels) {
        /** Some of them. */
        Given drawn(int most, long seed) {
            int[] some = Shuffles.some(rows.length, most, new SplittableRandom(seed));
            return new Given(Arrays.stream(some).map(at -> rows[at]).toArray(), labels.select(some));
        }
    }

    Given of(Table table) {
        int index = table.schema()
                .indexOf(task.target())
                .orElseThrow(() -> new DataException(
                        ("Column '%s', the target, is not there, and importance is how much worse it is predicted.%n"
                                        + "Maybe add it, or ask for effects of columns or for explanations of rows, which need none.")
                                .formatted(task.target())));
        ColumnSchema wanted = schema.columns().get(schema.requireIndex(task.target()));
        double[] targets = task.type().isClassification()
                ? classes(converted(table, index, wanted))
                : numbers(table, index, wanted);
        double[] weights = weights(table);
        int[] rows = IntStream.range(0, targets.length)
                .filter(row -> !Double.isNaN(targets[row]))
                .toArray();
        if (rows.length == 0) {
            throw new DataException(
                    "Column '%s', the target, has no value in any of %d rows.%nMaybe take rows whose outcome is known."
                            .formatted(task.target(), table.rows()));
        }
        return new Given(rows, Labels.weighted(select(targets, rows), select(weights, rows)));
    }

    private Column converted(Table table, int index, ColumnSchema wanted) {
        return conversion.column(table.column(index), table.schema().columns().get(index), wanted);
    }

    private double[] numbers(Table table, int index, ColumnSchema wanted) {
        Column cells = converted(table, index, wanted.withKind(ColumnKind.NUMERIC, ""));
        return IntStream.range(0, cells.size())
                .mapToDouble(((NumericColumn) cells)::value)
                .toArray();
    }

    private double[] classes(Column cells) {
        List<String> classes = task.classes();
        double[] indices = new double[cells.size()];
        for (int row = 0; row < indices.length; row++) {
            int known = classes.indexOf(cells.text(row));
            if (known < 0 && !cells.isMissing(row)) {
                throw new DataException(
                        "Row %d has the class '%s' in '%s', which the model does not know.%nMaybe leave the row out; the classes are: %s"
                                .formatted(
                                        row + 1,
                                        cells.text(row),
                                        task.target(),
                                        classes.stream().limit(20).toList()));
            }
            indices[row] = known < 0 ? Double.NaN : known;
        }
        return indices;
    }

    /** As in training. */
    private double[] weights(Table table) {
        RowWeights weights = new RowWeights(table.rows());
        for (ColumnSchema wanted : schema.allWithRole(Role.WEIGHT)) {
            table.schema().indexOf(wanted.name()).ifPresent(index -> {
                double[] given = numbers(table, index, wanted);
                weights.multiplyBy(wanted.name(), row -> given[row]);
            });
        }
        return weights.values();
    }

    private static double[] select(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
