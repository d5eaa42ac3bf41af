package io.automl4j.model.encode;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * What the levels of a raw column become.
 *
 * @param column the raw column
 * @param levels the levels that have a row of their own
 * @param values {@code [(levels + 2) × width]}: a row for each level, then that of missing cells, then that of all other
 *     levels; handed over
 */
public record LevelTable(String column, List<String> levels, float[] values) {

    /**
     * Copies the levels.
     *
     * @throws IllegalArgumentException if the values are no rows
     */
    public LevelTable {
        requireNonNull(column, "column");
        levels = List.copyOf(levels);
        Checks.argument(
                values.length % (levels.size() + 2) == 0, "%d values for %d levels.", values.length, levels.size());
    }

    /**
     * The number of encoded columns.
     *
     * @return values of a row
     */
    public int width() {
        return values.length / (levels.size() + 2);
    }
}
