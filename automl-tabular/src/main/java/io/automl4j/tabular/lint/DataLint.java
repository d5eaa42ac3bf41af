package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.ValidationPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what makes a search worthless or its score a lie, and leaves out columns of no use. */
public final class DataLint {
    private DataLint() {}

    /**
     * Looks at the training rows.
     *
     * @param labelled the rows with their labels
     * @param task what is predicted
     * @param plan the folds
     * @return the table without the columns of no use, and one warning for each thing
     */
    public static LintReport inspect(LabelledTable labelled, Task task, ValidationPlan plan) {
        List<DataWarning> warnings = new ArrayList<>();
        Table table = columns(labelled.table(), warnings);
        warnings.addAll(RowLint.inspect(table, labelled.labels(), task, plan));
        warnings.addAll(ProxyLint.inspect(table, labelled.labels(), task));
        return new LintReport(table, warnings);
    }

    private static Table columns(Table table, List<DataWarning> warnings) {
        Table left = table;
        Map<Long, List<Integer>> byHash = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            if (described.role() == Role.FEATURE) {
                Optional<DataWarning> useless =
                        useless(described, table.column(i)).or(() -> duplicate(table, described, byHash));
                if (useless.isPresent()) {
                    warnings.add(useless.get());
                    left = left.withRole(described.name(), Role.IGNORED);
                }
            }
        }
        return left;
    }

    private static Optional<DataWarning> useless(ColumnSchema described, Column column) {
        if (described.kind() == ColumnKind.ID) {
            return Optional.of(
                    leftOut(DataWarning.Kind.ID_LIKE, described, "It is different in every row, as a key is."));
        }
        int missing = column.missing();
        if (missing == column.size()) {
            return Optional.of(leftOut(
                    DataWarning.Kind.ALL_MISSING, described, "It is missing in all %d rows.".formatted(column.size())));
        }
        if (missing == 0 && isConstant(column)) {
            return Optional.of(leftOut(
                    DataWarning.Kind.CONSTANT,
                    described,
                    "It is '%s' in all %d rows.".formatted(column.text(0), column.size())));
        }
        return Optional.empty();
    }

    private static boolean isConstant(Column column) {
        String first = column.text(0);
        for (int row = 1; row < column.size(); row++) {
            if (!column.text(row).equals(first)) {
                return false;
            }
        }
        return true;
    }

    private static DataWarning leftOut(DataWarning.Kind kind, ColumnSchema described, String message) {
        return new DataWarning(kind, described.name(), message, "It was left out.");
    }

    private static Optional<DataWarning> duplicate(
            Table table, ColumnSchema described, Map<Long, List<Integer>> byHash) {
        int index = table.schema().requireIndex(described.name());
        Column column = table.column(index);
        List<Integer> alike = byHash.computeIfAbsent(RowHashes.ofColumn(column), hash -> new ArrayList<>());
        for (int other : alike) {
            if (equal(table.column(other), column)) {
                String name = table.schema().columns().get(other).name();
                return Optional.of(leftOut(
                        DataWarning.Kind.DUPLICATE_COLUMN, described, "It equals column '%s'.".formatted(name)));
            }
        }
        alike.add(index);
        return Optional.empty();
    }

    private static boolean equal(Column a, Column b) {
        for (int row = 0; row < a.size(); row++) {
            if (!a.text(row).equals(b.text(row))) {
                return false;
            }
        }
        return true;
    }
}
