package io.automl4j.tabular.validation;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import java.util.List;

/**
 * Rows that can be learned from.
 *
 * @param table the rows with a target
 * @param labels their targets and weights
 * @param warnings what was left out
 */
public record LabelledTable(Table table, Labels labels, List<DataWarning> warnings) {

    /** Copies the warnings. */
    public LabelledTable {
        warnings = List.copyOf(warnings);
    }
}
