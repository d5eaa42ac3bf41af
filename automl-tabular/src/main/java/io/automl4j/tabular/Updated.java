package io.automl4j.tabular;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.run.DataWarning;
import io.automl4j.model.AutoModel;
import java.util.List;

/**
 * A model that has learned new rows.
 *
 * @param model the updated model; the one that it was made of is as it was
 * @param metric the name of the metric of both scores
 * @param before the score of the model as it was, on new rows kept apart
 * @param after that of the updated one, on the same rows
 * @param learned how many new rows were learned from
 * @param kept how many were kept apart
 * @param continued how many members went on with their training; the others are as they were
 * @param warnings what was noticed about the new rows; the model's report has it too
 */
public record Updated(
        AutoModel model,
        String metric,
        double before,
        double after,
        int learned,
        int kept,
        int continued,
        List<DataWarning> warnings) {

    /** Checks that nothing is null, and copies the list. */
    public Updated {
        requireNonNull(model, "model");
        requireNonNull(metric, "metric");
        warnings = List.copyOf(warnings);
    }
}
