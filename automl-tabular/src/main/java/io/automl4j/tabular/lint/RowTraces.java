package io.automl4j.tabular.lint;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.model.RowTrace;
import io.automl4j.model.parse.Conform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Recognises rows that an earlier model was trained on. A model that goes on with such rows would be validated on what it
 * has learned by heart.
 */
public final class RowTraces {
    /** Beside all columns so many random halves of them. */
    private static final int HALVES = 8;

    private static final int MOST = 2_048;
    /** So many compared hashes suffice; of fewer than the second number no share is told. */
    private static final int ENOUGH = 200;

    private static final int FEWEST = 20;
    /** By what factor chance may have made more rows the same than expected. */
    private static final double MORE_BY_CHANCE = 1.25;
    /** Where chance makes a larger part the same nothing is told. */
    private static final double OFTEN = 0.5;

    private RowTraces() {}

    /**
     * The trace that rows leave in a model.
     *
     * @param table rows with the roles of their columns
     * @param labels their targets
     * @param task what is predicted
     * @return a trace of some kilobytes
     */
    public static RowTrace of(Table table, Labels labels, Task task) {
        List<String> names = table.schema().allWithRole(Role.FEATURE).stream()
                .filter(column -> column.kind() != ColumnKind.ID)
                .map(ColumnSchema::name)
                .sorted()
                .toList();
        List<List<String>> choices = choices(names);
        List<RowTrace.View> views = new ArrayList<>();
        for (long[] rows : rows(table, choices, labels, task)) {
            long[] hashes = distinct(rows);
            boolean complete = hashes.length <= MOST;
            views.add(new RowTrace.View(
                    choices.get(views.size()), complete ? hashes : Arrays.copyOf(hashes, MOST), complete));
        }
        return new RowTrace(labels.rows(), views);
    }

    private static List<List<String>> choices(List<String> names) {
        Set<List<String>> choices = new HashSet<>(Set.of(names));
        List<List<String>> inOrder = new ArrayList<>(List.of(names));
        SplittableRandom random = new SplittableRandom(names.size());
        for (int i = 0; i < HALVES; i++) {
            List<String> half =
                    names.stream().filter(name -> random.nextBoolean()).toList();
            if (!half.isEmpty() && choices.add(half)) {
                inOrder.add(half);
            }
        }
        return inOrder;
    }

    /** For each choice of columns, and each row, the hash of its cells in them and of its target. */
    private static List<long[]> rows(Table table, List<List<String>> choices, Labels labels, Task task) {
        long[] targets = CellHash.of(targets(labels, task));
        List<long[]> hashes = choices.stream().map(choice -> targets.clone()).toList();
        Set<String> names = new TreeSet<>();
        choices.forEach(names::addAll);
        for (String name : names) {
            long[] cells = CellHash.of(table.column(name));
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).contains(name)) {
                    combine(hashes.get(i), cells);
                }
            }
        }
        return hashes;
    }

    private static void combine(long[] hashes, long[] cells) {
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = CellHash.combine(hashes[row], cells[row]);
        }
    }

    /** Classes by name: in another table they may have other numbers. */
    private static Column targets(Labels labels, Task task) {
        if (!task.type().isClassification()) {
            double[] values = new double[labels.rows()];
            Arrays.setAll(values, labels::target);
            return NumericColumn.of(values);
        }
        int[] codes = IntStream.range(0, labels.rows()).map(labels::label).toArray();
        return StringColumn.of(task.classes(), codes);
    }

    private static long[] distinct(long[] hashes) {
        return Arrays.stream(hashes).map(CellHash::kept).sorted().distinct().toArray();
    }

    /**
     * What part of some rows are among those that left a trace. Where rows are the same as others of their own table, some
     * will be the same as earlier ones by chance: so many do not count.
     *
     * @param trace what they left
     * @param earlier the schema of their table
     * @param table other rows
     * @param labels their targets
     * @param task what is predicted of these
     * @return a share, estimated where there were many rows, 0 if there are no more than chance makes; empty if it cannot be
     *     told: too many columns are gone, too few rows can be compared, or rows are too often the same
     */
    public static OptionalDouble known(RowTrace trace, Schema earlier, Table table, Labels labels, Task task) {
        Table alike = shared(earlier, table);
        Set<String> there = new HashSet<>();
        alike.schema().columns().forEach(column -> there.add(column.name()));
        List<RowTrace.View> views = trace.views().stream()
                .filter(view -> there.containsAll(view.columns()))
                .sorted(Comparator.comparingInt(
                        (RowTrace.View view) -> -view.columns().size()))
                .toList();
        List<long[]> rows =
                rows(alike, views.stream().map(RowTrace.View::columns).toList(), labels, task);
        double known = 0;
        double byChance = 0;
        int compared = 0;
        for (int i = 0; i < views.size() && compared < ENOUGH; i++) {
            RowTrace.View view = views.get(i);
            double chance = chance(rows.get(i), (double) trace.rows() / labels.rows());
            if (chance <= OFTEN) {
                // earlier versions kept hashes whole
                long[] kept = distinct(view.hashes());
                long[] within = within(distinct(rows.get(i)), kept, view.complete());
                compared += within.length;
                byChance += chance * within.length;
                known += Arrays.stream(within)
                        .filter(hash -> Arrays.binarySearch(kept, hash) >= 0)
                        .count();
            }
        }
        return compared < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(known <= byChance ? 0 : known / compared);
    }

    /** The columns that both tables have, as the earlier one has them. */
    private static Table shared(Schema earlier, Table table) {
        Set<String> given = new HashSet<>();
        table.schema().columns().forEach(column -> given.add(column.name()));
        return Conform.table(
                table,
                earlier.withColumns(earlier.allWithRole(Role.FEATURE).stream()
                        .filter(column -> given.contains(column.name()))
                        .toList()));
    }

    /** What part of rows is the same as earlier ones at most, as many are the same as others of their own table. */
    private static double chance(long[] rows, double timesAsMany) {
        long[] sorted = rows.clone();
        Arrays.sort(sorted);
        int twins = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            twins += before || after ? 1 : 0;
        }
        double alone = 1 - (double) twins / sorted.length;
        return MORE_BY_CHANCE * (1 - Math.pow(alone, timesAsMany));
    }

    /** Those that the view would hold if it knew their rows. */
    private static long[] within(long[] hashes, long[] kept, boolean complete) {
        if (complete) {
            return hashes;
        }
        long reach = kept[kept.length - 1];
        return Arrays.stream(hashes).filter(hash -> hash <= reach).toArray();
    }
}
