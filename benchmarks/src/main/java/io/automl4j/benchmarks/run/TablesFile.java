package io.automl4j.benchmarks.run;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tables the rows beside it were measured on, so that results of a table are not held against those of another one
 * that has its name, or that it was before.
 *
 * @param file the file
 */
record TablesFile(Path file) {
    private static final List<String> HEADER = List.of("table", "sha256");

    /**
     * Adds tables, or checks that they are those of the file.
     *
     * @throws IOException if a file cannot be read
     * @throws DataException if a table is not what it was
     */
    void agree(List<SuiteTable> tables) throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            CsvFile.read(file).rows().forEach(row -> known.put(row.get(0), row.get(1)));
        }
        for (SuiteTable table : tables) {
            String now = table.fingerprint();
            String before = known.put(table.name(), now);
            if (before != null && !before.equals(now)) {
                throw new DataException(
                        "The results of %s are of another table '%s' than %s is now.%nMaybe give another --out."
                                .formatted(file.getParent(), table.name(), table.file()));
            }
        }
        List<List<String>> rows = known.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        AtomicFile.write(file, draft -> new CsvFile(HEADER, rows).write(draft));
    }
}
