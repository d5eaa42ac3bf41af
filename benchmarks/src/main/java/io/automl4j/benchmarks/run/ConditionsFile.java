package io.automl4j.benchmarks.run;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Under which conditions the rows beside it were measured, so that nobody mixes what cannot be compared.
 *
 * @param file the file
 */
record ConditionsFile(Path file) {
    private static final List<String> HEADER = List.of("condition", "value");

    /**
     * Writes conditions, or checks that they are those of the file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if they differ
     */
    void agree(Map<String, String> conditions) throws IOException {
        List<List<String>> rows = new TreeMap<>(conditions)
                .entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList();
        if (!Files.exists(file)) {
            AtomicFile.write(file, draft -> new CsvFile(HEADER, rows).write(draft));
            return;
        }
        CsvFile written = CsvFile.read(file);
        if (!written.header().equals(HEADER)) {
            throw new DataException("%s is damaged.%nMaybe give another --out.".formatted(file));
        }
        if (!written.rows().equals(rows)) {
            throw new IllegalArgumentException(
                    "The results of %s were measured with %s, not with %s.%nMaybe give another --out."
                            .formatted(file.getParent(), inWords(written.rows()), inWords(rows)));
        }
    }

    private static String inWords(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
    }
}
