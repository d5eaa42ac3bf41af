package io.automl4j.benchmarks.accept;

import io.automl4j.api.run.Part;
import io.automl4j.api.table.Table;
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
import io.automl4j.model.file.AtomicFile;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

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
    private static final String WHOLE = "whole";
    private static final List<Part> LEFT_OUT = List.of(Part.BAGS, Part.CALIBRATION, Part.ENSEMBLE);
    private static final List<String> HEADER = List.of("table", "choice", "metric", "score", "prior");

    /** One row of the record. */
    private record Result(String table, String choice, String metric, double score, double prior) {
        static Result of(List<String> cells) {
            return new Result(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    Double.parseDouble(cells.get(3)),
                    Double.parseDouble(cells.get(4)));
        }

        List<String> cells() {
            return List.of(table, choice, metric, Double.toString(score), Double.toString(prior));
        }

        OptionalDouble normalised(References references) {
            OptionalDouble reference = references.loss(table, metric);
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
        for (Part part : LEFT_OUT) {
            Interval difference = difference(results, part.label());
            figures.add(new Figure(
                    "the choice of ensembles against that without " + part.label(),
                    "better",
                    difference.verdict() + " " + difference,
                    difference.verdict().equals("better")));
        }
        return figures;
    }

    private Interval difference(List<Result> results, String without) {
        Map<String, Double> differences = new LinkedHashMap<>();
        for (String choice : List.of(WHOLE, without)) {
            results.stream()
                    .filter(result -> result.choice().equals(choice))
                    .forEach(result -> result.normalised(references)
                            .ifPresent(score -> differences.merge(
                                    result.table(), choice.equals(WHOLE) ? score : -score, Double::sum)));
        }
        return Interval.ofMean(
                differences.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<Result> results() throws IOException {
        List<Result> results = new ArrayList<>();
        if (Files.exists(record)) {
            CsvFile.read(record).rows().forEach(row -> results.add(Result.of(row)));
        }
        for (SuiteTable table : tables) {
            if (results.stream().noneMatch(result -> result.table().equals(table.name()))) {
                results.addAll(run(Bench.prepare(table, out)));
                CsvFile all =
                        new CsvFile(HEADER, results.stream().map(Result::cells).toList());
                AtomicFile.write(record, all::write);
            }
        }
        return results;
    }

    private static List<Result> run(Bench bench) throws IOException {
        SuiteTable table = bench.table();
        Table train = bench.trainRows();
        Path run = bench.folder().resolve("run");
        AutoMlBuilder builder =
                AutoMl.builder().task(table.task()).budget(BUDGET).workDirectory(run);
        Map<String, AutoModel> models = new LinkedHashMap<>();
        models.put(WHOLE, builder.build().fit(train));
        for (Part part : LEFT_OUT) {
            models.put(part.label(), AutoMl.resuming(run).without(part).build().resume());
        }
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, AutoModel> model : models.entrySet()) {
            results.add(judged(bench, model.getKey(), model.getValue()));
        }
        results.forEach(System.out::println);
        return results;
    }

    private static Result judged(Bench bench, String choice, AutoModel model) throws IOException {
        Table rows = Tables.reader().like(model.requiredColumns()).read(bench.test());
        PredictionFile.of(model, model.predict(rows)).write(bench.predictions());
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
                bench.table().name(),
                choice,
                score.metric(),
                score.value(),
                truth.score(bench.predictions()).value());
    }
}
