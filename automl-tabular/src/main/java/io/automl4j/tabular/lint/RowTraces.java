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
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Recognises rows that an earlier model was trained on. A model that goes on with such rows would be validated on what it
 * has learned by heart.
 */
public final class RowTraces {
    /** Beside all columns so many random halves of them. */
    private static final int HALVES = 8;

    private static final int MOST = 2_048;
    /** Of fewer hashes no share is told. */
    private static final int FEWEST = 20;
    /** In columns in which a larger part of the rows is like others, rows of two tables are the same by chance. */
    private static final double OFTEN = 0.005;

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
        return new RowTrace(choices(names).stream()
                .map(columns -> {
                    long[] hashes = distinct(rows(table, columns, labels, task));
                    boolean complete = hashes.length <= MOST;
                    return new RowTrace.View(columns, complete ? hashes : Arrays.copyOf(hashes, MOST), complete);
                })
                .toList());
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

    /** For each row the hash of its cells in some columns and of its target. */
    private static long[] rows(Table table, List<String> columns, Labels labels, Task task) {
        long[] hashes = CellHash.of(targets(labels, task));
        for (String name : columns) {
            long[] cells = CellHash.of(table.column(name));
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = CellHash.combine(hashes[row], cells[row]);
            }
        }
        return hashes;
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
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    /**
     * What part of some rows are among those that left a trace.
     *
     * @param trace what they left
     * @param earlier the schema of their table
     * @param table other rows
     * @param labels their targets
     * @param task what is predicted of these
     * @return a share, estimated where there were many rows; empty if it cannot be told: too many columns are gone, too few rows
     *     can be compared, or rows are so often the same that it is chance
     */
    public static OptionalDouble known(RowTrace trace, Schema earlier, Table table, Labels labels, Task task) {
        Set<String> given = new HashSet<>();
        table.schema().columns().forEach(column -> given.add(column.name()));
        List<ColumnSchema> shared = earlier.allWithRole(Role.FEATURE).stream()
                .filter(column -> given.contains(column.name()) && column.kind() != ColumnKind.ID)
                .toList();
        Set<String> there = new HashSet<>();
        shared.forEach(column -> there.add(column.name()));
        Table alike = Conform.table(table, earlier.withColumns(shared));
        long known = 0;
        long compared = 0;
        for (RowTrace.View view : trace.views()) {
            if (!there.containsAll(view.columns())) {
                continue;
            }
            long[] hashes = distinct(rows(alike, view.columns(), labels, task));
            if (hashes.length < (1 - OFTEN) * labels.rows()) {
                continue;
            }
            long[] within = within(hashes, view);
            compared += within.length;
            known += Arrays.stream(within)
                    .filter(hash -> Arrays.binarySearch(view.hashes(), hash) >= 0)
                    .count();
        }
        return compared < FEWEST ? OptionalDouble.empty() : OptionalDouble.of((double) known / compared);
    }

    /** Those that the view would hold if it knew their rows. */
    private static long[] within(long[] hashes, RowTrace.View view) {
        if (view.complete()) {
            return hashes;
        }
        long reach = view.hashes()[view.hashes().length - 1];
        return Arrays.stream(hashes).filter(hash -> hash <= reach).toArray();
    }
}
