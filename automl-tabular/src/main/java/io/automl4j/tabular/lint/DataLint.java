package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.ValidationPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Inspects a table before the search. Columns without information (empty, constant, equal to another, a key) are
 * ignored; what is only suspicious is kept and named.
 */
public final class DataLint {
    private static final long SEED = 1;
    private static final int NAMED_CLASSES = 5;

    private final LabelledTable labelled;
    private final Task task;
    private final ProxyLint proxies;
    private final List<DataWarning> warnings = new ArrayList<>();
    private final long[] rowHashes;
    private final Map<Long, List<Integer>> kept = new HashMap<>();

    private DataLint(LabelledTable labelled, Task task) {
        this.labelled = labelled;
        this.task = task;
        this.proxies = new ProxyLint(task, labelled.labels(), SEED);
        this.rowHashes = new long[labelled.table().rows()];
    }

    /**
     * Inspects a table.
     *
     * @param labelled the rows
     * @param task what is predicted
     * @param plan how they are validated
     * @return the table to train on, and warnings
     */
    public static LintReport inspect(LabelledTable labelled, Task task, ValidationPlan plan) {
        return new DataLint(labelled, task).report(plan);
    }

    private LintReport report(ValidationPlan plan) {
        Table table = labelled.table();
        List<ColumnSchema> columns = new ArrayList<>(table.schema().columns());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.FEATURE && !isUsed(i)) {
                columns.set(i, columns.get(i).withRole(Role.IGNORED));
            }
        }
        if (!kept.isEmpty()) {
            warnings.addAll(new RowLint(rowHashes).inspect(task, labelled.labels(), plan));
        }
        rareClasses(plan).ifPresent(warnings::add);
        similarClasses().ifPresent(warnings::add);
        return new LintReport(Table.of(table.schema().withColumns(columns), table.columns()), warnings);
    }

    private boolean isUsed(int index) {
        ColumnSchema described = labelled.table().schema().columns().get(index);
        Column column = labelled.table().column(index);
        long[] hashes = CellHash.of(column);
        Optional<DataWarning> useless =
                ColumnLint.inspect(described, column, hashes).or(() -> duplicate(described, index, hashes));
        if (useless.isPresent()) {
            warnings.add(useless.get());
            return false;
        }
        for (int row = 0; row < rowHashes.length; row++) {
            rowHashes[row] = CellHash.combine(rowHashes[row], hashes[row]);
        }
        proxies.inspect(described, column).ifPresent(warnings::add);
        return true;
    }

    /** Columns of equal hash are compared cell by cell: what is dropped must be equal for certain. */
    private Optional<DataWarning> duplicate(ColumnSchema described, int index, long[] hashes) {
        List<Integer> alike = kept.computeIfAbsent(columnHash(hashes), hash -> new ArrayList<>());
        for (int other : alike) {
            if (areEqual(labelled.table().column(other), labelled.table().column(index))) {
                String name = labelled.table().schema().columns().get(other).name();
                return Optional.of(new DataWarning(
                        DataWarning.Kind.DUPLICATE_COLUMN,
                        described.name(),
                        "it equals column '%s' in every row.".formatted(name),
                        "It is not used."));
            }
        }
        alike.add(index);
        return Optional.empty();
    }

    private static long columnHash(long[] hashes) {
        long hash = hashes.length;
        for (long cell : hashes) {
            hash = CellHash.combine(hash, cell);
        }
        return hash;
    }

    private static boolean areEqual(Column one, Column other) {
        for (int row = 0; row < one.size(); row++) {
            if (!areEqual(one, other, row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Column one, Column other, int row) {
        if (one instanceof NumericColumn a && other instanceof NumericColumn b) {
            return a.value(row) == b.value(row) || (a.isMissing(row) && b.isMissing(row));
        }
        return one.text(row).equals(other.text(row));
    }

    /** "good" and "Good" are seldom meant to be two classes. */
    private Optional<DataWarning> similarClasses() {
        Map<String, List<String>> alike = task.classes().stream()
                .collect(Collectors.groupingBy(
                        name -> name.toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        List<String> groups = alike.values().stream()
                .filter(names -> names.size() > 1)
                .limit(NAMED_CLASSES)
                .map(names -> "'" + String.join("', '", names) + "'")
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataWarning(
                        DataWarning.Kind.SIMILAR_CLASSES,
                        task.target(),
                        "classes differ by case only: %s.".formatted(String.join("; ", groups)),
                        "They are kept apart."));
    }

    private Optional<DataWarning> rareClasses(ValidationPlan plan) {
        int[] rows = new int[task.classes().size()];
        for (int row = 0; rows.length > 0 && row < labelled.labels().rows(); row++) {
            rows[labelled.labels().label(row)]++;
        }
        int held = plan.folds().get(0).validation().length;
        long folds = Math.max(2, Math.round((double) plan.rows() / held));
        List<String> rare = new ArrayList<>();
        for (int label = 0; label < rows.length; label++) {
            if (rows[label] < folds) {
                rare.add("'%s' (%d)".formatted(task.classes().get(label), rows[label]));
            }
        }
        if (rare.isEmpty()) {
            return Optional.empty();
        }
        String named = String.join(", ", rare.subList(0, Math.min(NAMED_CLASSES, rare.size())));
        return Optional.of(new DataWarning(
                DataWarning.Kind.RARE_CLASS,
                task.target(),
                "classes of fewer than %d rows: %s%s."
                        .formatted(
                                folds,
                                named,
                                rare.size() > NAMED_CLASSES ? " and " + (rare.size() - NAMED_CLASSES) + " more" : ""),
                "They are kept, but some folds are validated without them."));
    }
}
