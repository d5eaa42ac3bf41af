package io.automl4j.benchmarks.table;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of a suite.
 *
 * @param name the name, fit for a folder's name
 * @param task what is predicted
 * @param target the target column
 * @param file CSV, gzipped or plain
 * @param folds the fold of each row where they are given, else empty
 */
public record SuiteTable(String name, TaskType task, String target, Path file, List<Integer> folds) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /** Copies the folds. */
    public SuiteTable {
        folds = List.copyOf(folds);
    }

    /** A table whose folds are drawn. */
    public SuiteTable(String name, TaskType task, String target, Path file) {
        this(name, task, target, file, List.of());
    }

    /**
     * Counts the rows.
     *
     * @return rows of the file, without the header
     * @throws IOException if it cannot be read
     */
    public int rows() throws IOException {
        return CsvFile.read(file).rows().size();
    }

    /** How many folds there are at most. */
    public int mostFolds() {
        return folds.isEmpty() ? Integer.MAX_VALUE : Collections.max(folds) + 1;
    }

    /**
     * Looks at the table before long work.
     *
     * @throws IOException if it cannot be read, the target is not there, has an empty cell, or no number where one is
     *     predicted
     */
    public void check() throws IOException {
        targets(CsvFile.read(file));
    }

    private List<String> targets(CsvFile rows) throws IOException {
        if (!rows.header().contains(target)) {
            throw new IOException("%s has no column '%s', which is its target by the index.%nIt has %s."
                    .formatted(file, target, rows.header()));
        }
        List<String> targets = rows.cells(target);
        if (targets.contains("")) {
            throw new IOException("The target '%s' is empty in row %d of %s.%nMaybe leave such rows out."
                    .formatted(target, targets.indexOf("") + 1, file));
        }
        if (!task.isClassification()) {
            for (String cell : targets) {
                if (!NUMBER.matcher(cell).matches()) {
                    throw new IOException(
                            "The target '%s' of %s has '%s', which is no number.%nMaybe its task is none of regression."
                                    .formatted(target, file, cell));
                }
            }
        }
        return targets;
    }

    /**
     * Splits the table's rows.
     *
     * @param rows the table
     * @param part which fold of how many
     * @param seed the seed of drawn folds
     * @return the split
     * @throws IOException if the target is not there, or has an empty cell
     */
    public Split split(CsvFile rows, Split.Part part, long seed) throws IOException {
        List<String> targets = targets(rows);
        if (!folds.isEmpty()) {
            return Split.of(folds, part.fold());
        }
        return Split.of(task.isClassification() ? targets : Collections.nCopies(targets.size(), ""), part, seed);
    }
}
