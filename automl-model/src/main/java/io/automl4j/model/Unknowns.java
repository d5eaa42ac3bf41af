package io.automl4j.model;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a table has that a model does not know of. */
record Unknowns(ModelParts parts) {
    private static final int SHOWN = 5;

    /** Warnings about columns and labels of a table as it came, and about levels of its converted features. */
    List<DataWarning> in(Table table, Table features) {
        List<DataWarning> warnings = new ArrayList<>();
        extraColumns(table, warnings);
        unknownClasses(table, warnings);
        for (int i = 0; i < features.columns().size(); i++) {
            unknownLevels(features.schema().columns().get(i), features.column(i), warnings);
        }
        return warnings;
    }

    private void extraColumns(Table table, List<DataWarning> warnings) {
        Set<String> known =
                parts.schema().columns().stream().map(ColumnSchema::name).collect(Collectors.toSet());
        for (ColumnSchema column : table.schema().columns()) {
            if (!known.contains(column.name())) {
                warnings.add(new DataWarning(
                        DataWarning.Kind.EXTRA_COLUMN,
                        column.name(),
                        "the training table had no such column.",
                        "It is not used."));
            }
        }
    }

    private void unknownClasses(Table table, List<DataWarning> warnings) {
        for (ColumnSchema target : parts.schema().allWithRole(Role.TARGET)) {
            OptionalInt index = table.schema().indexOf(target.name());
            if (index.isPresent() && parts.task().type().isClassification()) {
                Set<String> unknown = texts(table.column(index.getAsInt()));
                parts.task().classes().forEach(unknown::remove);
                add(DataWarning.Kind.UNKNOWN_CLASS, target.name(), unknown, "The model cannot predict it.", warnings);
            }
        }
    }

    private void unknownLevels(ColumnSchema described, Column column, List<DataWarning> warnings) {
        Set<String> known = new HashSet<>();
        parts.encoders().forEach(encoder -> known.addAll(encoder.levels(described.name())));
        if (!known.isEmpty()) {
            Set<String> unknown = texts(column);
            unknown.removeAll(known);
            add(DataWarning.Kind.UNKNOWN_LEVEL, described.name(), unknown, "It counts as unknown.", warnings);
        }
    }

    private static Set<String> texts(Column column) {
        Set<String> texts = new LinkedHashSet<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                texts.add(column.text(row));
            }
        }
        return texts;
    }

    private static void add(
            DataWarning.Kind kind, String column, Set<String> unknown, String action, List<DataWarning> warnings) {
        if (!unknown.isEmpty()) {
            String shown =
                    unknown.stream().limit(SHOWN).map(text -> "'" + text + "'").collect(Collectors.joining(", "));
            String more = unknown.size() > SHOWN ? " and %d more".formatted(unknown.size() - SHOWN) : "";
            warnings.add(new DataWarning(kind, column, "the model does not know %s%s.".formatted(shown, more), action));
        }
    }
}
