package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import java.util.Arrays;
import java.util.Optional;

/** Columns that hold nothing to learn from: empty, constant, or a key of the row. */
final class ColumnLint {
    private static final String IGNORED = "It is not used.";

    private ColumnLint() {}

    static Optional<DataWarning> inspect(ColumnSchema described, Column column, long[] hashes) {
        int missing = column.missing();
        if (missing == column.size()) {
            return Optional.of(new DataWarning(
                    DataWarning.Kind.ALL_MISSING,
                    described.name(),
                    "all %d rows are missing.".formatted(missing),
                    IGNORED));
        }
        if (missing == 0 && Arrays.stream(hashes).allMatch(hash -> hash == hashes[0])) {
            return Optional.of(new DataWarning(
                    DataWarning.Kind.CONSTANT,
                    described.name(),
                    "every row is '%s'.".formatted(column.text(0)),
                    IGNORED));
        }
        // the reader knows keys; a kind that somebody has given stays
        return described.kind() == ColumnKind.ID
                ? Optional.of(new DataWarning(
                        DataWarning.Kind.ID_LIKE,
                        described.name(),
                        "it looks like a key of the row, such as '%s'.".formatted(firstText(column)),
                        IGNORED))
                : Optional.empty();
    }

    private static String firstText(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return column.text(row);
            }
        }
        return "";
    }
}
