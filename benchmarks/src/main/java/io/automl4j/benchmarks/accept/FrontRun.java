package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.table.Table;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.benchmarks.run.Program;
import io.automl4j.model.AutoModel;
import io.automl4j.model.OperatingPoint;
import io.automl4j.search.ParetoFront;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A search of networks for accuracy, latency and size: its front, and what its journal tells.
 *
 * @param bench the table
 */
record FrontRun(Bench bench) {
    private static final int LEAST = 3;
    /** Where configurations come from that are nobody's children. */
    private static final Set<String> CHILDLESS = Set.of("start", "random");

    private static final double MILLISECOND = 6;
    private static final double TEN_MEGABYTES = 7;

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
        AutoModel model = AutoModel.load(bench.model());
        return List.of(front(model), volume(model), counted(model), journal(run.resolve("journal.jsonl")));
    }

    /** How many ensembles there are that predict, none better in everything than another. */
    private Figure front(AutoModel model) {
        List<OperatingPoint> points = model.front().points();
        Table rows = Tables.csv(bench.test());
        long deployable = shown(model).members().stream()
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

    /** The front in what is shown of it: the loss, and the logarithms of nanoseconds and bytes. */
    private static ParetoFront<OperatingPoint> shown(AutoModel model) {
        Metric metric = Metrics.byName(model.report().metric());
        return ParetoFront.of(
                model.front().points(),
                point -> List.of(
                        metric.toLoss(point.score()),
                        Math.log10((double) point.latency().toNanos()),
                        Math.log10((double) point.bytes())));
    }

    /** Reported: how much lies between the front and the prior, a millisecond and ten megabytes. */
    private Figure volume(AutoModel model) {
        Metric metric = Metrics.byName(model.report().metric());
        double prior = model.leaderboard().stream()
                .filter(row -> row.learner().equals("prior"))
                .mapToDouble(row -> metric.toLoss(row.score()))
                .findFirst()
                .orElseThrow();
        double volume = shown(model).hypervolume(List.of(prior, MILLISECOND, TEN_MEGABYTES));
        return new Figure(
                bench.table().name() + ": hypervolume, of the prior's loss",
                "beside",
                String.format(Locale.ROOT, "%.3f", volume / prior),
                volume > 0);
    }

    /** What the search took latency for, against what was measured: the count is of use if the ratio is the same for all. */
    private Figure counted(AutoModel model) {
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

    /** Whether each child names its operator and parents that the journal has too, and both families have some. */
    private Figure journal(Path file) throws IOException {
        List<TrialRequest> requests =
                Journal.outcomes(file).stream().map(TrialOutcome::request).toList();
        List<TrialRequest> children = requests.stream()
                .filter(request -> !CHILDLESS.contains(request.origin().operator()))
                .toList();
        Set<Long> known = requests.stream().map(TrialRequest::id).collect(Collectors.toSet());
        Map<String, Long> families = children.stream()
                .collect(Collectors.groupingBy(TrialRequest::learner, TreeMap::new, Collectors.counting()));
        Set<String> operators = children.stream()
                .map(child -> child.origin().operator())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean named = children.stream()
                .map(TrialRequest::origin)
                .allMatch(origin -> !origin.operator().isEmpty()
                        && !origin.parents().isEmpty()
                        && known.containsAll(origin.parents()));
        return new Figure(
                bench.table().name() + ": children in the journal, with operator and parents",
                "of both families",
                "%s by %s%s".formatted(families, operators, named ? "" : ", some without parents"),
                named && families.keySet().equals(Set.of("mlp", "resnet")));
    }
}
