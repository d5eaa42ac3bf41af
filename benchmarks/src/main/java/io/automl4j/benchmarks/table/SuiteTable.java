package io.automl4j.benchmarks.table;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /**
     * What tells this table from others of its name.
     *
     * @return SHA-256 of the file, the target, the task and the given folds, hexadecimal
     * @throws IOException if the file cannot be read
     */
    public String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(file));
            digest.update("%s %s %s".formatted(target, task, folds).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** How many folds there are at most. */
    public int mostFolds() {
        return folds.isEmpty() ? Integer.MAX_VALUE : Collections.max(folds) + 1;
    }

    /**
     * Looks at the table before long work.
     *
     * @param folds how many folds of it are wanted
     * @throws IOException if it cannot be read
     * @throws DataException if the target is not there, has an empty cell, or no number where one is predicted, or there
     *     are too few rows, or rows of a class
     */
    public void check(int folds) throws IOException {
        List<String> targets = targets(CsvFile.read(file));
        if (!this.folds.isEmpty()) {
            checkGiven(targets, folds);
            return;
        }
        int least = folds == 1 ? 2 : new Split.Part(0, folds).parts();
        refuseFewer(targets.size(), least, "rows");
        Map<String, Long> counts = targets.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        if (task == TaskType.BINARY) {
            counts.forEach((name, count) -> refuseFewer(count, least, "rows of the class '%s'".formatted(name)));
        }
        if (task.isClassification() && (counts.size() < 2 || (task == TaskType.BINARY && counts.size() > 2))) {
            throw new DataException("The target '%s' of %s has %d classes.%nMaybe its task is not '%s'."
                    .formatted(target, file, counts.size(), task.name().toLowerCase(Locale.ROOT)));
        }
        if (counts.size() < 2) {
            throw new DataException("The target '%s' of %s is '%s' in every row.%nMaybe leave that table out."
                    .formatted(target, file, targets.get(0)));
        }
        if (task == TaskType.MULTICLASS && counts.values().stream().noneMatch(count -> count >= least)) {
            throw new DataException(
                    "No class of '%s' in %s has the %d rows that its parts need, so that nothing is left to test.%nMaybe its task is regression."
                            .formatted(target, file, least));
        }
    }

    /** By one class alone no area under a curve can be measured. */
    private void checkGiven(List<String> targets, int wanted) {
        for (int fold = 0; task == TaskType.BINARY && fold < Math.min(wanted, mostFolds()); fold++) {
            int[] test = Split.of(this.folds, fold).test();
            if (Arrays.stream(test).mapToObj(targets::get).distinct().count() < 2) {
                throw new DataException("Fold %d of %s tests rows of one class only.%nMaybe leave that table out."
                        .formatted(fold, file));
            }
        }
    }

    private void refuseFewer(long count, int least, String what) {
        if (count < least) {
            throw new DataException("%s has %d %s, fewer than the %d that its parts need.%nMaybe ask for fewer folds."
                    .formatted(file, count, what, least));
        }
    }

    private List<String> targets(CsvFile rows) {
        if (!rows.header().contains(target)) {
            throw new DataException("%s has no column '%s', which is its target by the index.%nIt has %s."
                    .formatted(file, target, rows.header()));
        }
        for (List<String> row : rows.rows()) {
            if (row.size() != rows.header().size()) {
                throw new DataException("%s has a row of %d cells, but %d columns: %s"
                        .formatted(file, row.size(), rows.header().size(), row));
            }
        }
        List<String> targets = rows.cells(target);
        if (targets.contains("")) {
            throw new DataException("The target '%s' is empty in row %d of %s.%nMaybe leave such rows out."
                    .formatted(target, targets.indexOf("") + 1, file));
        }
        if (!task.isClassification()) {
            for (String cell : targets) {
                if (!NUMBER.matcher(cell).matches()) {
                    throw new DataException(
                            "The target '%s' of %s has '%s', which is no number.%nMaybe its task is binary or multiclass."
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
     * @throws DataException if the target is not there, or has an empty cell
     */
    public Split split(CsvFile rows, Split.Part part, long seed) {
        List<String> targets = targets(rows);
        if (!folds.isEmpty()) {
            return Split.of(folds, part.fold());
        }
        return Split.of(task.isClassification() ? targets : Collections.nCopies(targets.size(), ""), part, seed);
    }
}
