package io.automl4j.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Candidate;
import io.automl4j.tabular.conduct.Learners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Configurations of networks that others tuned on their tables, as candidates: of many rows those few that all others are near to.
 * The columns are those of the published results of "TabM" (Gorishniy and others, 2024) and its forerunners: {@code dataset},
 * {@code model}, {@code n_blocks}, {@code d_block}, {@code dropout}, {@code lr}, {@code weight_decay}, {@code best_epoch}, and of
 * a resnet {@code d_hidden_factor} and {@code residual_dropout}.
 */
public final class TunedNetworks {
    /** How many are kept of each learner. */
    private static final Map<String, Integer> KEPT = Map.of("mlp", 8, "resnet", 5);
    /** Networks of ours have weights of unit variance, and rates that suit them: 0.04 where others take 0.001. */
    private static final double RATE = 40;

    private static final TaskShape SHAPE = new TaskShape(TaskType.BINARY, 1_000, 2, 10, 10, 0, 1_000, true);

    private TunedNetworks() {}

    /**
     * Reads candidates.
     *
     * @param file a CSV file with a header
     * @param unknown names of tables on which none of them may have been tuned, since others are judged there
     * @return the candidates of each learner
     * @throws DataException if the file cannot be read, or lacks a column
     */
    public static List<Candidate> read(Path file, List<String> unknown) {
        List<Candidate> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("d_block").startsWith("[")) {
                    // layers of different widths, which our spaces describe by their shape
                    continue;
                }
                Candidate candidate = candidate(row);
                if (KEPT.containsKey(candidate.learner()) && unknown.stream().noneMatch(candidate::wasTunedOn)) {
                    all.add(candidate);
                }
            }
        } catch (IOException
                | UncheckedIOException
                | CsvParseException
                | NoSuchElementException
                | IllegalArgumentException e) {
            throw new DataException(
                    "'%s' cannot be used: %s.%nMaybe it is another file: one has the columns dataset, model, n_blocks, d_block, dropout, lr, weight_decay and best_epoch."
                            .formatted(
                                    file, e instanceof NoSuchFileException ? "there is no such file" : e.getMessage()),
                    e);
        }
        return Learners.onClassPath().stream()
                .filter(provider -> KEPT.containsKey(provider.name()))
                .sorted(Comparator.comparing(LearnerProvider::name))
                .flatMap(provider -> central(provider, all).stream())
                .toList();
    }

    private static Candidate candidate(NamedCsvRecord row) {
        String learner = row.getField("model");
        Configuration shared = Configuration.of(
                "width", whole(row, "d_block"),
                "dropout", real(row, "dropout"),
                "weight_decay", real(row, "weight_decay"),
                "epochs", whole(row, "best_epoch"),
                "schedule", "flat_cos",
                "optimiser", "adamw");
        Configuration configuration = learner.equals("resnet")
                ? shared.with("blocks", whole(row, "n_blocks"))
                        .with("learning_rate", real(row, "lr"))
                        .with("norm", "batch")
                        .with("residual_dropout", real(row, "residual_dropout"))
                : shared.with("layers", whole(row, "n_blocks")).with("learning_rate", RATE * real(row, "lr"));
        return new Candidate(learner, configuration, List.of(table(row.getField("dataset"))));
    }

    /** Without the name of a collection, and without the number of a draw. */
    private static String table(String dataset) {
        return dataset.substring(dataset.lastIndexOf('/') + 1)
                .replaceFirst("^(classif|regression)-(num|cat)-(medium|large)-\\d-", "");
    }

    private static double real(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        try {
            return cell.isEmpty() ? 0 : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "line %d has '%s' in '%s', which is no number".formatted(row.getStartingLineNumber(), cell, column),
                    e);
        }
    }

    private static long whole(NamedCsvRecord row, String column) {
        return Math.round(real(row, column));
    }

    /** Those that make the sum of the distances of all to the nearest of them least, one after another. */
    private static List<Candidate> central(LearnerProvider provider, List<Candidate> all) {
        SearchSpace space = provider.space(SHAPE);
        List<Candidate> ours = all.stream()
                .filter(candidate -> candidate.learner().equals(provider.name()))
                .toList();
        List<double[]> points = ours.stream()
                .map(candidate -> space.encode(space.repair(candidate.configuration())))
                .toList();
        double[] nearest =
                points.stream().mapToDouble(point -> Double.MAX_VALUE).toArray();
        List<Candidate> kept = new ArrayList<>();
        while (kept.size() < Math.min(KEPT.getOrDefault(provider.name(), 0), ours.size())) {
            double[] before = nearest;
            double[] best = points.stream()
                    .min(Comparator.comparingDouble(point ->
                            Arrays.stream(nearer(before, points, point)).sum()))
                    .orElseThrow();
            kept.add(ours.get(points.indexOf(best)));
            nearest = nearer(before, points, best);
        }
        return kept;
    }

    private static double[] nearer(double[] nearest, List<double[]> points, double[] added) {
        double[] nearer = nearest.clone();
        for (int i = 0; i < nearer.length; i++) {
            nearer[i] = Math.min(nearer[i], distance(points.get(i), added));
        }
        return nearer;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum;
    }
}
