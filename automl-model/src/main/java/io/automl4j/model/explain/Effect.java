package io.automl4j.model.explain;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * How predictions move with the cells of a column.
 *
 * @param column the name of the column
 * @param points numbers and times in ascending order, levels as the method orders them; a missing cell last
 */
public record Effect(String column, List<Point> points) {

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Effect {
        requireNonNull(column, "column");
        points = List.copyOf(points);
        Checks.argument(!points.isEmpty(), "Column '%s' has no value to look at.", column);
    }

    /**
     * What is predicted at a value.
     *
     * @param value the cell as text, as {@link io.automl4j.api.table.Column#text} writes it; empty for a missing one
     * @param rows how many of the rows lie here: have the level, or lie between the number before, not included, and this one
     * @param outputs for each class in order, or for the one number of a regression
     */
    public record Point(String value, int rows, List<Double> outputs) {

        /** Copies the list. */
        public Point {
            requireNonNull(value, "value");
            outputs = List.copyOf(outputs);
        }
    }
}
