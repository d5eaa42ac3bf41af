package io.automl4j.benchmarks.run;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of {@code rows.csv}, one for each finished cell, written as soon as it is finished. Only one process at a time
 * may have them.
 */
final class Results implements AutoCloseable {
    private final Path file;
    private final FileChannel lock;
    private final Map<String, CellResult> finished = new LinkedHashMap<>();

    private Results(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * The results of a plan's folder, which may be those of an earlier run.
     *
     * @throws IOException if its files cannot be read
     * @throws DataException if they are none of ours, or damaged
     * @throws IllegalArgumentException if its rows were measured under other conditions
     */
    static Results open(BenchmarkPlan plan) throws IOException {
        if (Files.exists(plan.out()) && !Files.isDirectory(plan.out())) {
            throw new IllegalArgumentException(
                    "%s is a file, but results need a folder.%nMaybe give another --out.".formatted(plan.out()));
        }
        Files.createDirectories(plan.out());
        Results results =
                new Results(plan.out().resolve("rows.csv"), lock(plan.out().resolve("lock")));
        boolean complete = false;
        try {
            Path conditions = plan.out().resolve("conditions.csv");
            if (Files.exists(results.file) && !Files.exists(conditions)) {
                throw new DataException(
                        "%s has rows, but no %s that tells how they were measured.%nMaybe put it back, or give another --out."
                                .formatted(plan.out(), conditions.getFileName()));
            }
            new ConditionsFile(conditions).agree(plan.conditions());
            results.read();
            new TablesFile(plan.out().resolve("tables.csv")).agree(plan.suite().tables());
            complete = true;
        } finally {
            if (!complete) {
                results.close();
            }
        }
        return results;
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        CsvFile rows = CsvFile.read(file);
        if (!rows.header().equals(CellResult.HEADER)) {
            throw new DataException(
                    "%s has other columns than results have.%nMaybe give another --out.".formatted(file));
        }
        for (int line = 0; line < rows.rows().size(); line++) {
            CellResult result = read(rows.rows().get(line), line + 2);
            finished.put(result.key(), result);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this JVM has it
        }
        channel.close();
        throw new IllegalArgumentException(
                "Another run writes to %s.%nMaybe give another --out.".formatted(file.getParent()));
    }

    private CellResult read(List<String> cells, int line) {
        try {
            return CellResult.of(cells);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new DataException(
                    "%s is damaged in line %d: %s%nMaybe delete that line; its cell will be run again."
                            .formatted(file, line, cells),
                    e);
        }
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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
