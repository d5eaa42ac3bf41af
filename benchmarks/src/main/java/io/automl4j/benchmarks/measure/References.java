package io.automl4j.benchmarks.measure;

import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The losses that count as 1 on the normalised scale, fixed once for each table: the better of Weka's forest and H2O
 * AutoML at 60 s.
 */
public final class References {
    private static final List<String> HEADER = List.of("table", "metric", "loss", "framework");

    private final Map<String, Double> losses;

    private References(Map<String, Double> losses) {
        this.losses = losses;
    }

    /** The references of a file; none if it is not there. */
    public static References read(Path file) throws IOException {
        Map<String, Double> losses = new HashMap<>();
        if (Files.exists(file)) {
            CsvFile rows = CsvFile.read(file);
            if (!rows.header().equals(HEADER)) {
                throw new IOException("%s has the columns %s, not %s.".formatted(file, rows.header(), HEADER));
            }
            rows.rows().forEach(row -> losses.put(row.get(0), Double.valueOf(row.get(2))));
        }
        return new References(losses);
    }

    /** These references, and for further tables what no model can better. */
    public References with(Map<String, Double> bayesLosses) {
        Map<String, Double> all = new HashMap<>(bayesLosses);
        all.putAll(losses);
        return new References(all);
    }

    /** The reference's loss on a table. */
    public OptionalDouble loss(String table) {
        Double loss = losses.get(table);
        return loss == null ? OptionalDouble.empty() : OptionalDouble.of(loss);
    }
}
