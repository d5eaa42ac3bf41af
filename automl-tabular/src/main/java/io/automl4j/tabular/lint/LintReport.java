package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import java.util.List;

/**
 * What was noticed, and the table after it.
 *
 * @param table the same cells; columns of no use are ignored by role
 * @param warnings what was noticed and what was done
 */
public record LintReport(Table table, List<DataWarning> warnings) {

    /** Copies the warnings. */
    public LintReport {
        warnings = List.copyOf(warnings);
    }
}
