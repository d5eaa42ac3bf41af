package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws the folds: as a fold column says, forward in time, by groups, or stratified. A class with one row, or fewer rows
 * than folds, is in some folds and not in others; learners give classes that they did not see a small share.
 */
public final class ValidationPlanner {
    private static final int FOLDS = 5;
    private static final int VERY_FEW_ROWS = 300;
    private static final int FEW_ROWS = 600;
    private static final int MANY_ROWS = 20_000;

    private ValidationPlanner() {}

    /**
     * Draws folds.
     *
     * @param labelled the rows with their labels
     * @param task what is predicted
     * @param validation what the user wants
     * @param seed the seed of the draw
     * @return the plan; every fold has rows in both parts
     * @throws DataException if there are fewer than two rows, or the fold, group or time column makes no folds
     */
    public static ValidationPlan plan(LabelledTable labelled, Task task, Validation validation, long seed) {
        Table table = labelled.table();
        if (table.rows() < 2) {
            throw new DataException(
                    "The table has %d row with a target; at least two are needed.".formatted(table.rows()));
        }
        Optional<ColumnSchema> given = table.schema().withRole(Role.FOLD);
        Optional<ColumnSchema> time = table.schema().withRole(Role.TIME);
        Optional<ColumnSchema> group = table.schema().withRole(Role.GROUP);
        if (given.isPresent()) {
            return byColumn(table, given.get());
        }
        int folds = Math.min(table.rows(), validation.folds() > 1 ? validation.folds() : FOLDS);
        if (time.isPresent()) {
            return forward(table, time.get(), folds);
        }
        if (group.isPresent()) {
            return byGroup(table, group.get(), folds, seed);
        }
        return stratified(labelled, task, validation, folds, seed);
    }

    private static ValidationPlan stratified(
            LabelledTable labelled, Task task, Validation validation, int folds, long seed) {
        int rows = labelled.table().rows();
        boolean holdOut = validation.folds() == 1 || (validation.folds() == 0 && rows > MANY_ROWS);
        int repeats = validation.repeats();
        if (validation.folds() == 0 && repeats == 1) {
            repeats = rows < VERY_FEW_ROWS ? 3 : rows < FEW_ROWS ? 2 : 1;
        }
        List<Fold> drawn = new ArrayList<>();
        for (int repeat = 0; repeat < (holdOut ? 1 : repeats); repeat++) {
            SplittableRandom random = new SplittableRandom(seed + repeat);
            int parts = holdOut ? Math.max(2, (int) Math.round(1 / validation.holdOut())) : folds;
            int[] parting = deal(labelled, task, Math.min(parts, rows), random);
            List<Fold> all = folds(parting, Math.min(parts, rows));
            drawn.addAll(holdOut ? all.subList(0, 1) : all);
        }
        ValidationPlan.Kind kind = holdOut
                ? ValidationPlan.Kind.HOLD_OUT
                : repeats > 1 ? ValidationPlan.Kind.REPEATED : ValidationPlan.Kind.STRATIFIED;
        return new ValidationPlan(kind, drawn, rows);
    }

    /** Deals shuffled rows, sorted by target, to the parts in turn. */
    private static int[] deal(LabelledTable labelled, Task task, int parts, SplittableRandom random) {
        int[] order = shuffled(labelled.table().rows(), random);
        int[] sorted = Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> labelled.labels().target(row)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] parting = new int[order.length];
        int[] turn = shuffled(parts, random);
        for (int i = 0; i < sorted.length; i++) {
            if (!task.type().isClassification() && i % parts == 0) {
                // neighbours in rank are dealt in a new order each time, so that no part has all the upper ones
                turn = shuffled(parts, random);
            }
            parting[sorted[i]] = turn[i % parts];
        }
        return parting;
    }

    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static List<Fold> folds(int[] parting, int parts) {
        List<Fold> folds = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int own = part;
            int[] validation = IntStream.range(0, parting.length)
                    .filter(row -> parting[row] == own)
                    .toArray();
            int[] train = IntStream.range(0, parting.length)
                    .filter(row -> parting[row] != own)
                    .toArray();
            if (validation.length > 0 && train.length > 0) {
                folds.add(new Fold(train, validation));
            }
        }
        return folds;
    }

    private static ValidationPlan byColumn(Table table, ColumnSchema described) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] parting = numbered(table.column(described.name()), numbers);
        if (numbers.size() < 2) {
            throw new DataException("Fold column '%s' has %d value; at least two are needed."
                    .formatted(described.name(), numbers.size()));
        }
        return new ValidationPlan(ValidationPlan.Kind.USER, folds(parting, numbers.size()), table.rows());
    }

    private static int[] numbered(Column column, Map<String, Integer> numbers) {
        int[] numbered = new int[column.size()];
        for (int row = 0; row < numbered.length; row++) {
            int next = numbers.size();
            numbered[row] = numbers.computeIfAbsent(column.text(row), text -> next);
        }
        return numbered;
    }

    /** The largest groups first, each to the part with the fewest rows so far. */
    private static ValidationPlan byGroup(Table table, ColumnSchema described, int folds, long seed) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] groups = numbered(table.column(described.name()), numbers);
        if (numbers.size() < 2) {
            throw new DataException("Group column '%s' has %d group; at least two are needed."
                    .formatted(described.name(), numbers.size()));
        }
        int parts = Math.min(folds, numbers.size());
        int[] sizes = new int[numbers.size()];
        for (int group : groups) {
            sizes[group]++;
        }
        List<Integer> order = Arrays.stream(shuffled(sizes.length, new SplittableRandom(seed)))
                .boxed()
                .sorted(Comparator.comparingInt(group -> -sizes[group]))
                .toList();
        int[] rows = new int[parts];
        int[] partOf = new int[sizes.length];
        for (int group : order) {
            int least = 0;
            for (int part = 1; part < parts; part++) {
                least = rows[part] < rows[least] ? part : least;
            }
            partOf[group] = least;
            rows[least] += sizes[group];
        }
        int[] parting = Arrays.stream(groups).map(group -> partOf[group]).toArray();
        return new ValidationPlan(ValidationPlan.Kind.GROUP, folds(parting, parts), table.rows());
    }

    /** Blocks in the order of time, none of which begins within a moment; each is validated by all blocks before it. */
    private static ValidationPlan forward(Table table, ColumnSchema described, int folds) {
        double[] times = times(table.column(described.name()), described);
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Fold> drawn = new ArrayList<>();
        int from = after(order, times, order.length / folds);
        for (int block = 2; block <= folds && from < order.length; block++) {
            int to = after(order, times, (int) ((long) order.length * block / folds));
            if (from > 0 && to > from) {
                drawn.add(new Fold(sorted(order, 0, from), sorted(order, from, to)));
            }
            from = Math.max(from, to);
        }
        if (drawn.isEmpty()) {
            throw new DataException(
                    "Time column '%s' has the same time in almost every row: no later rows to validate on."
                            .formatted(described.name()));
        }
        return new ValidationPlan(ValidationPlan.Kind.TIME, drawn, table.rows());
    }

    /** The first place from a given one on at which a new moment begins. */
    private static int after(int[] order, double[] times, int place) {
        int at = Math.max(1, place);
        while (at < order.length && times[order[at]] == times[order[at - 1]]) {
            at++;
        }
        return at;
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        Arrays.sort(rows);
        return rows;
    }

    private static double[] times(Column column, ColumnSchema described) {
        if (column instanceof StringColumn) {
            throw new DataException("Time column '%s' is text.%nMaybe give its kind as DATETIME or NUMERIC."
                    .formatted(described.name()));
        }
        double[] times = new double[column.size()];
        for (int row = 0; row < times.length; row++) {
            // rows without a time come first: they are never validated on
            times[row] = column.isMissing(row)
                    ? Double.NEGATIVE_INFINITY
                    : column instanceof TimeColumn moments ? moments.millis(row) : ((NumericColumn) column).value(row);
        }
        return times;
    }
}
