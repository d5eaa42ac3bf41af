package io.automl4j.benchmarks.accept;

import io.automl4j.api.DataException;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.Table;
import io.automl4j.benchmarks.measure.CalibrationError;
import io.automl4j.benchmarks.measure.Interval;
import io.automl4j.benchmarks.measure.NormalisedScore;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.measure.Truth;
import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.peer.PredictionFile;
import io.automl4j.benchmarks.peer.PriorPeer;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the choice of an ensemble is worth. Of each table's trials it is made anew, with one part left out, by resuming a run
 * that is at its end: so choices are compared on the same trials, and only they differ.
 *
 * @param tables the tables
 * @param references what counts as 1 of the normalised score
 * @param out where runs lie
 * @param record a file of results; tables that it has are not run again
 */
record EnsembleRun(List<SuiteTable> tables, References references, Path out, Path record) {
    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final int SEEDS = 2;
    private static final String WHOLE = "whole";
    private static final String SINGLE = "the single best";
    private static final String GREEDY = "plain greedy selection without calibration";
    private static final String UNCALIBRATED = "no calibration";
    private static final List<Choice> CHOICES = List.of(
            new Choice(WHOLE, List.of()),
            new Choice(SINGLE, List.of(Part.ENSEMBLE)),
            new Choice(GREEDY, List.of(Part.BAGS, Part.STACKING, Part.CALIBRATION)),
            new Choice(UNCALIBRATED, List.of(Part.CALIBRATION)));

    private static final String FAST = "fast";
    private static final double FAST_LOSES = 0.02;
    private static final List<String> HEADER =
            List.of("table", "seed", "choice", "metric", "score", "prior", "calibration_error");

    /** A way to choose an ensemble, by what is left out of it. */
    private record Choice(String name, List<Part> leftOut) {}

    /** A run: a table, and a seed. */
    private record Cell(String table, int seed) {}

    /** One row of the record. */
    private record Result(
            Cell cell, String choice, String metric, double score, double prior, double calibrationError) {
        static Result of(List<String> cells) {
            return new Result(
                    new Cell(cells.get(0), Integer.parseInt(cells.get(1))),
                    cells.get(2),
                    cells.get(3),
                    Double.parseDouble(cells.get(4)),
                    Double.parseDouble(cells.get(5)),
                    Double.parseDouble(cells.get(6)));
        }

        List<String> cells() {
            return List.of(
                    cell.table(),
                    Integer.toString(cell.seed()),
                    choice,
                    metric,
                    Double.toString(score),
                    Double.toString(prior),
                    Double.toString(calibrationError));
        }

        OptionalDouble normalised(References references) {
            OptionalDouble reference = references.loss(cell.table(), metric);
            return reference.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(NormalisedScore.of(
                            NormalisedScore.loss(metric, score),
                            NormalisedScore.loss(metric, prior),
                            reference.getAsDouble()));
        }
    }

    List<Figure> figures() throws IOException {
        List<Result> results = results();
        List<Figure> figures = new ArrayList<>();
        for (String other : List.of(SINGLE, GREEDY)) {
            Interval difference = difference(results, WHOLE, other);
            figures.add(new Figure(
                    "the choice of ensembles at 60 s against " + other,
                    "better",
                    difference.verdict() + " " + difference,
                    difference.verdict().equals("better")));
        }
        figures.add(calibration(results));
        double loses = -difference(results, FAST, WHOLE).mean();
        figures.add(Figure.atMost(
                "normalised score that the fast ensemble of 60 s loses, in the mean", FAST_LOSES, loses, ""));
        return figures;
    }

    private static Figure calibration(List<Result> results) {
        double with = error(results, WHOLE);
        double without = error(results, UNCALIBRATED);
        return new Figure(
                "expected calibration error, in the mean over tables",
                String.format(Locale.ROOT, "< %.4f without", without),
                String.format(Locale.ROOT, "%.4f", with),
                with < without);
    }

    private static double error(List<Result> results, String choice) {
        return results.stream()
                .filter(result -> result.choice().equals(choice) && !Double.isNaN(result.calibrationError()))
                .collect(Collectors.groupingBy(
                        result -> result.cell().table(),
                        TreeMap::new,
                        Collectors.averagingDouble(Result::calibrationError)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Over tables, of each the mean of its runs. */
    private Interval difference(List<Result> results, String one, String other) {
        Map<Cell, Double> scores = new HashMap<>();
        results.stream()
                .filter(result -> result.choice().equals(one))
                .forEach(result -> result.normalised(references).ifPresent(score -> scores.put(result.cell(), score)));
        Map<String, List<Double>> differences = new TreeMap<>();
        results.stream()
                .filter(result -> result.choice().equals(other) && scores.containsKey(result.cell()))
                .forEach(result -> result.normalised(references)
                        .ifPresent(score -> differences
                                .computeIfAbsent(result.cell().table(), table -> new ArrayList<>())
                                .add(Objects.requireNonNull(scores.get(result.cell())) - score)));
        return Interval.ofMean(differences.values().stream()
                .mapToDouble(some ->
                        some.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray());
    }

    private List<Result> results() throws IOException {
        List<Result> results = new ArrayList<>();
        if (Files.exists(record)) {
            CsvFile before = CsvFile.read(record);
            if (!before.header().equals(HEADER)) {
                throw new DataException(
                        "'%s' is of an earlier form.%nMaybe remove it: it is measured anew then.".formatted(record));
            }
            before.rows().forEach(row -> results.add(Result.of(row)));
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (SuiteTable table : tables) {
                Cell cell = new Cell(table.name(), seed);
                if (results.stream().noneMatch(result -> result.cell().equals(cell))) {
                    results.addAll(run(Bench.prepare(table, out), cell));
                    CsvFile all = new CsvFile(
                            HEADER, results.stream().map(Result::cells).toList());
                    AtomicFile.write(record, all::write);
                }
            }
        }
        return results;
    }

    private static List<Result> run(Bench bench, Cell cell) throws IOException {
        SuiteTable table = bench.table();
        Table train = bench.trainRows();
        Path run = bench.folder().resolve("run " + cell.seed());
        AutoMlBuilder builder = AutoMl.builder()
                .task(table.task())
                .budget(BUDGET)
                .seed(cell.seed())
                .workDirectory(run);
        Map<String, AutoModel> models = new LinkedHashMap<>();
        if (!Files.exists(run)) {
            builder.build().fit(train);
        }
        // also the whole choice is made anew, so that each has the same time to train members on all rows
        for (Choice choice : CHOICES) {
            Part[] parts = choice.leftOut().toArray(Part[]::new);
            models.put(
                    choice.name(), AutoMl.resuming(run).without(parts).build().resume());
        }
        AutoModel whole = Objects.requireNonNull(models.get(WHOLE));
        models.put(FAST, whole.at(whole.front().fast()));
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, AutoModel> model : models.entrySet()) {
            results.add(judged(bench, cell, model.getKey(), model.getValue()));
        }
        results.forEach(System.out::println);
        return results;
    }

    private static Result judged(Bench bench, Cell cell, String choice, AutoModel model) throws IOException {
        Table rows = Tables.reader().like(model.requiredColumns()).read(bench.test());
        PredictedRows predicted = model.predict(rows);
        PredictionFile.of(model, predicted).write(bench.predictions());
        String target = bench.table().target();
        List<String> known = CsvFile.read(bench.train()).cells(target);
        List<String> tested = CsvFile.read(bench.truth()).cells(target);
        List<String> all = new ArrayList<>(known);
        all.addAll(tested);
        Truth truth = Truth.of(bench.table().task(), all, tested);
        Score score = truth.score(bench.predictions());
        Job job = bench.job(1);
        PriorPeer.predictions(job, known, tested.size()).write(bench.predictions());
        return new Result(
                cell,
                choice,
                score.metric(),
                score.value(),
                truth.score(bench.predictions()).value(),
                calibrationError(model, predicted, tested));
    }

    /** NaN for numbers. */
    private static double calibrationError(AutoModel model, PredictedRows predicted, List<String> truth) {
        CalibrationError error = new CalibrationError();
        List<String> classes = model.task().classes();
        for (int row = 0; row < truth.size() && !classes.isEmpty(); row++) {
            int at = row;
            error.add(
                    IntStream.range(0, classes.size())
                            .mapToObj(label -> predicted.probability(at, label))
                            .toList(),
                    classes.indexOf(truth.get(row)));
        }
        return error.value();
    }
}
