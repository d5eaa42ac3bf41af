package io.automl4j.tabular;

import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Front;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the ensembles of a front take for a row, each in turn and beside nothing else of the run.
 *
 * @param clock a real clock
 * @param time how long all may take together, about
 */
record LatencyProbe(NanoClock clock, Duration time) {
    private static final int ROWS = 32;
    /** So often it is the turn of each ensemble; the code is compiled in the first half of them. */
    private static final int ROUNDS = 8;

    /**
     * Measures the front of a model.
     *
     * @param parts the model
     * @param table rows to predict
     * @return the model, measured
     */
    ModelParts measure(ModelParts parts, Table table) {
        List<AutoModel> models =
                parts.front().points().stream().map(AutoModel.of(parts)::at).toList();
        List<Map<String, Object>> rows = rows(table);
        long atMost = time.toNanos() / models.size() / ROUNDS;
        List<List<Long>> times =
                models.stream().map(model -> (List<Long>) new ArrayList<Long>()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < models.size(); i++) {
                List<Long> taken = calls(models.get(i), rows, round, atMost);
                if (round >= ROUNDS / 2) {
                    times.get(i).addAll(taken);
                }
            }
        }
        List<OperatingPoint> points = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            points.add(parts.front().points().get(i).withLatency(Duration.ofNanos(median(times.get(i)))));
        }
        return parts.with(new Front(points));
    }

    /** The times of some calls, one at least, in nanoseconds. */
    private List<Long> calls(AutoModel model, List<Map<String, Object>> rows, int first, long atMost) {
        List<Long> times = new ArrayList<>();
        long begun = clock.nanos();
        while (times.isEmpty() || clock.nanos() - begun < atMost) {
            Map<String, Object> row = rows.get((first + times.size()) % rows.size());
            long before = clock.nanos();
            model.predict(row);
            times.add(clock.nanos() - before);
        }
        return times;
    }

    private static long median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Rows from the whole table, as callers give them. */
    private static List<Map<String, Object>> rows(Table table) {
        int count = Math.min(ROWS, table.rows());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * table.rows() / count);
            Map<String, Object> cells = new HashMap<>();
            for (int column = 0; column < table.columns().size(); column++) {
                if (table.schema().columns().get(column).role() == Role.FEATURE) {
                    cells.put(table.schema().columns().get(column).name(), cell(table.column(column), row));
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    private static @Nullable Object cell(Column column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        if (column instanceof NumericColumn numbers) {
            return numbers.value(row);
        }
        return column instanceof TimeColumn times ? Instant.ofEpochMilli(times.millis(row)) : column.text(row);
    }
}
