package io.automl4j.model.explain;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;

/**
 * How much worse predictions become without a column.
 *
 * @param column the name of the raw column
 * @param mean by how much the loss of the metric rises when the cells of the column are permuted, on average; negative where
 *     predictions become better so; see {@link io.automl4j.api.metric.Metric#toLoss}
 * @param low the lower end of an interval of 95 %; NaN if it is not known
 * @param high the upper end
 * @param repeats how often the cells were permuted
 */
public record ColumnImportance(String column, double mean, double low, double high, int repeats) {

    /** Checks that the column was permuted. */
    public ColumnImportance {
        requireNonNull(column, "column");
        Checks.positive(repeats, "repeats");
    }
}
