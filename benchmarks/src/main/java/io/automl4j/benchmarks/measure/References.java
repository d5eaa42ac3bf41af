package io.automl4j.benchmarks.measure;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The losses that count as 1 on the normalised scale, fixed once for each table: the better of Weka's forest and H2O
 * AutoML at 60 s.
 *
 * @param all a reference for each table
 */
public record References(List<Reference> all) {
    private static final List<String> HEADER = List.of("table", "metric", "loss", "framework");

    /**
     * The reference of a table.
     *
     * @param table its name
     * @param metric the metric whose loss it is; empty where it is the only one that the table is judged by
     * @param loss what the framework lost
     * @param framework who lost the least
     */
    public record Reference(String table, String metric, double loss, String framework) {
        private boolean isBy(String other) {
            return metric.isEmpty() || metric.equals(other);
        }
    }

    /** Copies the list. */
    public References {
        all = List.copyOf(all);
    }

    /** The references of a file; none if it is not there. */
    public static References read(Path file) throws IOException {
        List<Reference> all = new ArrayList<>();
        if (Files.exists(file)) {
            CsvFile rows = CsvFile.read(file);
            if (!rows.header().equals(HEADER)) {
                throw new DataException("%s has the columns %s, not %s.".formatted(file, rows.header(), HEADER));
            }
            rows.rows()
                    .forEach(row ->
                            all.add(new Reference(row.get(0), row.get(1), Double.parseDouble(row.get(2)), row.get(3))));
        }
        return new References(all);
    }

    /** Writes a file. */
    public void write(Path file) {
        List<List<String>> rows = all.stream()
                .map(one -> List.of(one.table(), one.metric(), Double.toString(one.loss()), one.framework()))
                .toList();
        AtomicFile.write(file, draft -> new CsvFile(HEADER, rows).write(draft));
    }

    /** By table what no model can better. */
    public static References bayes(Map<String, Double> losses) {
        List<Reference> all = new ArrayList<>();
        losses.forEach((table, loss) -> all.add(new Reference(table, "", loss, "Bayes")));
        return new References(all);
    }

    /** The reference's loss on a table, if it is one by this metric: another table may have the same name. */
    public OptionalDouble loss(String table, String metric) {
        return all.stream()
                .filter(one -> one.table().equals(table) && one.isBy(metric))
                .mapToDouble(Reference::loss)
                .findFirst();
    }
}
