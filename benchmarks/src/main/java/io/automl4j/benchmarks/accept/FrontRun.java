package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.table.Table;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.benchmarks.run.Program;
import io.automl4j.model.AutoModel;
import io.automl4j.model.OperatingPoint;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A search of networks for accuracy, latency and size: its front, and what its journal tells.
 *
 * @param bench the table
 */
record FrontRun(Bench bench) {
    private static final int LEAST = 3;
    private static final String MAIN = "io.automl4j.cli.Main";

    List<Figure> figures() throws IOException, InterruptedException {
        Path run = bench.folder().resolve("run");
        Path log = bench.folder().resolve("front.log");
        List<String> words = bench.fit(
                "--learners",
                "mlp,resnet",
                "--objectives",
                "latency,size",
                "--budget",
                "60s",
                "--work-dir",
                run.toString());
        int code = new Program(MAIN, List.of(), log).run(words, Duration.ofMinutes(3));
        if (code != 0) {
            throw new IOException("fit ended with code %d; see %s".formatted(code, log));
        }
        return List.of(front(), counted(), journal(run.resolve("journal.jsonl")));
    }

    /** How many ensembles there are that predict, none better in everything than another. */
    private Figure front() {
        AutoModel model = AutoModel.load(bench.model());
        List<OperatingPoint> points = model.front().points();
        Table rows = Tables.csv(bench.test());
        Metric metric = Metrics.byName(model.report().metric());
        long deployable = points.stream()
                .filter(point -> points.stream().noneMatch(other -> dominates(metric, other, point)))
                .filter(point -> model.at(point).predict(rows).rows() == rows.rows())
                .count();
        points.forEach(point -> System.out.printf(
                "%s: score %.5f, %.1f us a row, %d bytes, %d members%n",
                bench.table().name(),
                point.score(),
                point.latency().toNanos() / 1e3,
                point.bytes(),
                point.shares().size()));
        return Figure.atLeast(bench.table().name() + ": ensembles on the front", LEAST, deployable, points.size());
    }

    /** What the search took latency for, against what was measured: the count is of use if the ratio is the same for all. */
    private Figure counted() {
        AutoModel model = AutoModel.load(bench.model());
        Map<Long, Long> operations = model.leaderboard().stream()
                .collect(Collectors.toMap(LeaderboardRow::trial, LeaderboardRow::operationsPerRow));
        double[] ratios = model.front().points().stream()
                .mapToDouble(point -> point.latency().toNanos()
                        / (double) point.shares().keySet().stream()
                                .mapToLong(operations::get)
                                .sum())
                .sorted()
                .toArray();
        double median = ratios[ratios.length / 2];
        return new Figure(
                bench.table().name() + ": measured against counted latency, median",
                "0.5 to 2",
                String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, ratios[0], ratios[ratios.length - 1]),
                median >= 0.5 && median <= 2);
    }

    /** Whether one is nowhere worse than the other, as shown, and somewhere better. */
    private static boolean dominates(Metric metric, OperatingPoint one, OperatingPoint other) {
        return metric.toLoss(one.score()) <= metric.toLoss(other.score())
                && one.latency().compareTo(other.latency()) <= 0
                && one.bytes() <= other.bytes()
                && !one.withLatency(other.latency()).equals(other);
    }

    private Figure journal(Path file) throws IOException {
        List<TrialRequest> requests =
                Journal.outcomes(file).stream().map(TrialOutcome::request).toList();
        Set<String> learners = requests.stream().map(TrialRequest::learner).collect(Collectors.toSet());
        Map<String, Long> operators = requests.stream()
                .map(TrialRequest::origin)
                .filter(origin -> !origin.parents().isEmpty())
                .collect(Collectors.groupingBy(Origin::operator, TreeMap::new, Collectors.counting()));
        return new Figure(
                bench.table().name() + ": children in the journal by operator",
                "of both families",
                "%s, %s".formatted(operators, learners),
                !operators.isEmpty() && !operators.containsKey("") && learners.containsAll(Set.of("mlp", "resnet")));
    }
}
