package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
     * @throws IOException if they differ, or the file cannot be read
     */
    void agree(Map<String, String> conditions) throws IOException {
        List<List<String>> rows = new TreeMap<>(conditions)
                .entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList();
        if (!Files.exists(file)) {
            AtomicFile.write(file, draft -> new CsvFile(HEADER, rows).write(draft));
        } else if (!CsvFile.read(file).rows().equals(rows)) {
            throw new IOException("%s has the conditions %s, not %s.%nMaybe give another --out."
                    .formatted(file, CsvFile.read(file).rows(), rows));
        }
    }
}
