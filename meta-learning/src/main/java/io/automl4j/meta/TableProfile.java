package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Map;

/**
 * What a knowledge base says of a table itself.
 *
 * @param sketch by which it is recognised
 * @param metaFeatures figures about it by name
 */
public record TableProfile(Sketch sketch, Map<String, Double> metaFeatures) {

    /** Of a table that nobody looked at. */
    public static final TableProfile NONE = new TableProfile(Sketch.NONE, Map.of());

    /** Copies the figures. */
    public TableProfile {
        requireNonNull(sketch, "sketch");
        metaFeatures = Map.copyOf(metaFeatures);
    }

    /**
     * Looks at a table.
     *
     * @param table all rows with a target
     * @param labels their targets
     * @param task what is predicted
     * @return its profile
     */
    public static TableProfile of(Table table, Labels labels, Task task) {
        return new TableProfile(Sketch.of(table), MetaFeatures.of(table, labels, task));
    }

    /**
     * Looks at a table as far as a warm start asks.
     *
     * @param table all rows with a target
     * @param labels their targets
     * @param task what is predicted
     * @return its profile, with the figures that can be counted
     */
    public static TableProfile counted(Table table, Labels labels, Task task) {
        return new TableProfile(Sketch.of(table), MetaFeatures.counts(table, labels, task));
    }
}
