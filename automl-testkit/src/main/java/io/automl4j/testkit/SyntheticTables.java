package io.automl4j.testkit;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tables whose truth is known. Those of {@link #learnable} and {@link #randomTarget} have the same features: two numbers
 * ({@code size}, {@code age}; one cell of ten of the latter is missing), a flag {@code member}, a {@code colour} of four
 * levels, a {@code town} of many, a text {@code note} and a date {@code since}.
 */
public final class SyntheticTables {
    private static final List<String> COLOURS = List.of("red", "green", "blue", "grey");
    private static final double[] COLOUR_EFFECTS = {1.5, 0.5, -0.5, -1.5};
    private static final String TARGET = "target";
    private static final long DAY = 86_400_000L;
    private static final long FIRST_DAY = 1_577_836_800_000L;

    private SyntheticTables() {}

    /**
     * A table from which its target can be learned, though not without error.
     *
     * @param type the type of the task; multiclass has three classes
     * @param rows the number of rows
     * @param seed the seed
     * @return the table
     */
    public static Sample learnable(TaskType type, int rows, long seed) {
        Gen gen = Gen.of(seed);
        Features features = Features.draw(rows, rows / 10 + 2, gen);
        double[] signal = features.signal();
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            double noisy = signal[row] + 0.4 * gen.normal();
            targets[row] = switch (type) {
                case BINARY -> noisy > 0 ? 1 : 0;
                case MULTICLASS -> noisy > 0.8 ? 2 : noisy > -0.8 ? 1 : 0;
                case REGRESSION, QUANTILE -> 100 + 10 * noisy;
            };
        }
        return features.with(task(type), targets);
    }

    /**
     * A table of two classes that have nothing to do with its features.
     *
     * @param rows the number of rows; a quarter as many are the levels of {@code town}
     * @param seed the seed
     * @return the table
     */
    public static Sample randomTarget(int rows, long seed) {
        Gen gen = Gen.of(seed);
        Features features = Features.draw(rows, rows / 4 + 1, gen);
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = gen.chance(0.5) ? 1 : 0;
        }
        return features.with(task(TaskType.BINARY), targets);
    }

    /**
     * A table of many numeric columns, of which the first three matter.
     *
     * @param type the type of the task
     * @param rows the number of rows
     * @param columns the number of features, at least three
     * @param seed the seed
     * @return the table
     */
    public static Sample wide(TaskType type, int rows, int columns, long seed) {
        Gen gen = Gen.of(seed);
        double[][] cells = new double[columns][rows];
        for (double[] column : cells) {
            for (int row = 0; row < rows; row++) {
                column[row] = gen.normal();
            }
        }
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> features = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            schemas.add(ColumnSchema.of("x" + i, ColumnKind.NUMERIC));
            features.add(NumericColumn.of(cells[i]));
        }
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            double signal = 2 * cells[0][row] + cells[1][row] - cells[2][row];
            targets[row] = switch (type) {
                case BINARY -> step(signal);
                case MULTICLASS -> third(signal);
                case REGRESSION, QUANTILE -> signal;
            };
        }
        return labelled(schemas, features, task(type), targets);
    }

    private static double step(double signal) {
        return signal > 0 ? 1 : 0;
    }

    private static double third(double signal) {
        return signal > 1 ? 2 : signal > -1 ? 1 : 0;
    }

    /**
     * The task of the tables above.
     *
     * @param type its type; quantiles are 0.1, 0.5 and 0.9
     * @return a task with the target {@code target}
     */
    public static Task task(TaskType type) {
        return switch (type) {
            case BINARY -> new Task(type, TARGET, List.of("no", "yes"));
            case MULTICLASS -> new Task(type, TARGET, List.of("low", "middle", "high"));
            case REGRESSION -> new Task(type, TARGET, List.of());
            case QUANTILE -> new Task(type, TARGET, List.of(), List.of(0.1, 0.5, 0.9));
        };
    }

    /**
     * A column without a known cell.
     *
     * @param kind the kind of the column
     * @param rows the number of rows
     * @return the column
     */
    public static Column missing(ColumnKind kind, int rows) {
        return switch (kind) {
            case NUMERIC ->
                NumericColumn.of(
                        IntStream.range(0, rows).mapToDouble(i -> Double.NaN).toArray());
            case DATETIME ->
                TimeColumn.of(IntStream.range(0, rows)
                        .mapToLong(i -> TimeColumn.MISSING)
                        .toArray());
            default -> StringColumn.of(Collections.nCopies(rows, ""));
        };
    }

    private static Sample labelled(List<ColumnSchema> schemas, List<Column> features, Task task, double[] targets) {
        List<ColumnSchema> allSchemas = new ArrayList<>(schemas);
        List<Column> all = new ArrayList<>(features);
        boolean classes = task.type().isClassification();
        allSchemas.add(ColumnSchema.of(task.target(), classes ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC)
                .withRole(Role.TARGET));
        if (classes) {
            List<String> names = new ArrayList<>();
            for (double target : targets) {
                names.add(task.classes().get((int) target));
            }
            all.add(StringColumn.of(names));
        } else {
            all.add(NumericColumn.of(targets));
        }
        return new Sample(Table.of(Schema.of(allSchemas), all), task, Labels.of(targets));
    }

    /** The mixed features. */
    private record Features(
            double[] size, double[] age, int[] colour, boolean[] member, int[] town, String[] note, long[] since) {

        static Features draw(int rows, int towns, Gen gen) {
            Features features = new Features(
                    new double[rows],
                    new double[rows],
                    new int[rows],
                    new boolean[rows],
                    new int[rows],
                    new String[rows],
                    new long[rows]);
            for (int row = 0; row < rows; row++) {
                features.size[row] = gen.normal();
                features.age[row] = gen.chance(0.1) ? Double.NaN : 20 + gen.whole(60);
                features.colour[row] = gen.whole(COLOURS.size());
                features.member[row] = gen.chance(0.5);
                features.town[row] = gen.whole(towns);
                features.note[row] = gen.word() + " " + gen.word() + " " + gen.word();
                features.since[row] = FIRST_DAY + DAY * gen.whole(1000);
            }
            return features;
        }

        /** What the target depends on, about standard normal. */
        double[] signal() {
            double[] signal = new double[size.length];
            for (int row = 0; row < signal.length; row++) {
                double ofAge = Double.isNaN(age[row]) ? 0 : (age[row] - 50) / 40;
                signal[row] = size[row] + COLOUR_EFFECTS[colour[row]] + (member[row] ? ofAge : -ofAge);
            }
            return signal;
        }

        Sample with(Task task, double[] targets) {
            List<ColumnSchema> schemas = List.of(
                    ColumnSchema.of("size", ColumnKind.NUMERIC),
                    ColumnSchema.of("age", ColumnKind.NUMERIC),
                    ColumnSchema.of("member", ColumnKind.BOOLEAN),
                    ColumnSchema.of("colour", ColumnKind.CATEGORICAL),
                    ColumnSchema.of("town", ColumnKind.CATEGORICAL),
                    ColumnSchema.of("note", ColumnKind.TEXT),
                    ColumnSchema.of("since", ColumnKind.DATETIME));
            List<Column> columns = List.of(
                    NumericColumn.of(size),
                    NumericColumn.of(age),
                    texts(row -> member[row] ? "true" : "false"),
                    texts(row -> COLOURS.get(colour[row])),
                    texts(row -> "town" + town[row]),
                    texts(row -> note[row]),
                    TimeColumn.of(since));
            return labelled(schemas, columns, task, targets);
        }

        private StringColumn texts(java.util.function.IntFunction<String> cell) {
            return StringColumn.of(
                    IntStream.range(0, size.length).mapToObj(cell).toList());
        }
    }
}
