package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Start;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was tried on one table. Nothing of its cells is in here but parts of hashes of some, and figures about all.
 *
 * @param table the name of the table
 * @param shape the size of the task as it was tried
 * @param metric the metric that was optimised
 * @param validation how it was validated, in words
 * @param sketch by which the table is recognised
 * @param metaFeatures figures about the table by name; empty if they have not been computed
 * @param attempts what was tried
 */
public record Experience(
        String table,
        TaskShape shape,
        String metric,
        String validation,
        Sketch sketch,
        Map<String, Double> metaFeatures,
        List<Attempt> attempts) {

    /** Copies the collections. */
    public Experience {
        requireNonNull(table, "table");
        requireNonNull(shape, "shape");
        requireNonNull(metric, "metric");
        requireNonNull(validation, "validation");
        requireNonNull(sketch, "sketch");
        metaFeatures = Collections.unmodifiableMap(new TreeMap<>(metaFeatures));
        attempts = List.copyOf(attempts);
    }

    /**
     * The same after what was tried before it.
     *
     * @param before attempts of earlier runs; of a configuration that was tried again the earlier one counts, unless it failed
     * @return a copy
     */
    public Experience after(List<Attempt> before) {
        Map<Start, Attempt> all = new LinkedHashMap<>();
        before.forEach(attempt -> all.put(attempt.start(), attempt));
        attempts.forEach(
                attempt -> all.merge(attempt.start(), attempt, (first, again) -> first.hasFailed() ? again : first));
        return new Experience(table, shape, metric, validation, sketch, metaFeatures, List.copyOf(all.values()));
    }
}
