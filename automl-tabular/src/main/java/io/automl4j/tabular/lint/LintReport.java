package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import java.util.List;

/**
 * What was found.
 *
 * @param table the same rows; columns that must not be used now have {@link io.automl4j.api.table.Role#IGNORED}
 * @param warnings what was found and done, in the order of the columns, then about rows and classes
 */
public record LintReport(Table table, List<DataWarning> warnings) {

    /** Copies the warnings. */
    public LintReport {
        warnings = List.copyOf(warnings);
    }
}
