package io.automl4j.model.explain;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much predictions rely on each column.
 *
 * @param metric the name of the metric that was asked
 * @param score the metric of the predictions with all columns as they are; NaN if nothing was computed
 * @param rows the number of rows that were predicted
 * @param columns the most important one first
 */
public record Importance(String metric, double score, int rows, List<ColumnImportance> columns) {
    /** Of a model for which none was computed. */
    public static final Importance NONE = new Importance("", Double.NaN, 0, List.of());

    /**
     * Copies the columns, the most important ones first, equal ones in their order.
     *
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public Importance {
        requireNonNull(metric, "metric");
        Checks.argument(rows >= 0, "rows is %d, but must not be negative.", rows);
        columns = columns.stream()
                .sorted(Comparator.comparingDouble((ColumnImportance column) ->
                        Double.isNaN(column.mean()) ? Double.POSITIVE_INFINITY : -column.mean()))
                .toList();
    }

    /**
     * The importance of a column.
     *
     * @param name its name
     * @return empty if it was not computed
     */
    public Optional<ColumnImportance> of(String name) {
        return columns.stream().filter(column -> column.column().equals(name)).findFirst();
    }
}
