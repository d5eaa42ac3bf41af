package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One row as a map through a loaded model, as a service predicts. JMH sets the fields. */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SingleRow {
    /** The model file. */
    @Param("")
    public String model;

    /** The number of the trial whose model is used alone; -1 for the whole ensemble. */
    @Param("-1")
    public long trial;

    /** {@code accurate} or {@code fast} for that ensemble of the front; empty for what the trial says. */
    @Param("")
    public String point;

    /** The file with rows. */
    @Param("")
    public String data;

    private AutoModel loaded;
    private List<Map<String, @Nullable Object>> rows;
    private int next;

    /**
     * Loads the model and the rows.
     *
     * @throws IOException if a file cannot be read
     */
    @Setup
    public void load() throws IOException {
        AutoModel whole = AutoModel.load(Path.of(model));
        loaded = switch (point) {
            case "accurate" -> whole.at(whole.front().accurate());
            case "fast" -> whole.at(whole.front().fast());
            default -> trial < 0 ? whole : whole.only(trial);
        };
        CsvFile file = CsvFile.read(Path.of(data));
        rows = new ArrayList<>();
        for (List<String> cells : file.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(file.header().get(i), value(cells.get(i)));
            }
            rows.add(row);
        }
    }

    private static @Nullable Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(cell);
        } catch (NumberFormatException e) {
            return cell;
        }
    }

    /**
     * Predicts the next row.
     *
     * @return the prediction
     */
    @Benchmark
    public Prediction predict() {
        next = next + 1 == rows.size() ? 0 : next + 1;
        return loaded.predict(rows.get(next));
    }
}
