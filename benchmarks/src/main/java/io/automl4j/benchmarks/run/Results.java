package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code rows.csv}, one for each finished cell, written as soon as it is finished. */
final class Results {
    private final Path file;
    private final Map<String, CellResult> finished = new LinkedHashMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /**
     * The results of a folder, which may be those of an earlier run.
     *
     * @throws IOException if its file is none of ours, or its rows have another budget
     */
    static Results open(Path folder, double budgetSeconds) throws IOException {
        Files.createDirectories(folder);
        Results results = new Results(folder.resolve("rows.csv"));
        if (Files.exists(results.file)) {
            CsvFile rows = CsvFile.read(results.file);
            if (!rows.header().equals(CellResult.HEADER)) {
                throw new IOException(
                        "%s has other columns than results have.%nMaybe give another --out.".formatted(results.file));
            }
            for (List<String> row : rows.rows()) {
                // the last row of a run that was killed may be cut short; its cell runs again
                if (row.size() == CellResult.HEADER.size()) {
                    results.keep(CellResult.of(row), budgetSeconds);
                }
            }
        }
        return results;
    }

    private void keep(CellResult result, double budgetSeconds) throws IOException {
        if (result.budgetSeconds() != budgetSeconds) {
            throw new IOException("%s holds results of %s s, not of %s s.%nMaybe give another --out."
                    .formatted(file, result.budgetSeconds(), budgetSeconds));
        }
        finished.put(result.key(), result);
    }

    /** What came out of a cell, if it is finished. */
    Optional<CellResult> of(Cell cell) {
        return Optional.ofNullable(finished.get(cell.key()));
    }

    /** Adds a row; the file is written anew as a whole, so that it is never there by half. */
    void add(CellResult result) {
        finished.put(result.key(), result);
        List<List<String>> rows =
                finished.values().stream().map(CellResult::cells).toList();
        AtomicFile.write(file, draft -> new CsvFile(CellResult.HEADER, rows).write(draft));
    }
}
