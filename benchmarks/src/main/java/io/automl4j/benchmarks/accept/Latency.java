package io.automl4j.benchmarks.accept;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Front;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one row takes: JMH medians for the best model of each family, fitted by itself, and for the whole ensemble.
 *
 * @param bench the table
 * @param budget the budget of the ensemble's fit in seconds
 * @param print told each figure as soon as it is there
 */
record Latency(Bench bench, int budget, Consumer<Figure> print) {
    /** Those whose latency acceptance 01 owes; networks came later. */
    private static final List<String> FAMILIES =
            List.of("extra_trees", "knn", "lightgbm", "linear", "random_forest", "xgboost");

    private static final int FAMILY_BUDGET = 10;
    private static final double FAMILY_LIMIT = 100;
    private static final double ENSEMBLE_LIMIT = 1000;
    private static final double ACCURATE_LIMIT = 500;
    private static final double FAST_LIMIT = 50;
    private static final double FAST_TAIL = 200;
    private static final double MEDIAN = 50;
    private static final double TAIL = 99;

    List<Figure> measure() throws IOException, InterruptedException, RunnerException {
        List<Figure> figures = new ArrayList<>();
        for (String family : FAMILIES) {
            Path model = bench.folder().resolve(family + ".automl");
            new Cli(FAMILY_BUDGET).fit(bench, model, family);
            add(
                    figures,
                    "best %s model, one row of %s"
                            .formatted(family, bench.table().name()),
                    FAMILY_LIMIT,
                    timed(model, best(model, family), "").getPercentile(MEDIAN));
        }
        if (!Files.exists(bench.model())) {
            new Cli(budget).fit(bench, bench.model(), "");
        }
        int members = AutoModel.load(bench.model()).members().size();
        add(
                figures,
                "ensemble of %d, one row of %s".formatted(members, bench.table().name()),
                ENSEMBLE_LIMIT,
                timed(bench.model(), -1, "").getPercentile(MEDIAN));
        return figures;
    }

    /** Both ends of the front of a whole search. */
    List<Figure> ends() throws IOException, InterruptedException, RunnerException {
        if (!Files.exists(bench.model())) {
            new Cli(budget).fit(bench, bench.model(), "");
        }
        Front front = AutoModel.load(bench.model()).front();
        List<Figure> figures = new ArrayList<>();
        String table = bench.table().name();
        add(
                figures,
                "most accurate ensemble, %d members, one row of %s"
                        .formatted(front.accurate().shares().size(), table),
                ACCURATE_LIMIT,
                timed(bench.model(), -1, "accurate").getPercentile(MEDIAN));
        Statistics fast = timed(bench.model(), -1, "fast");
        add(
                figures,
                "fast ensemble, %d members, one row of %s"
                        .formatted(front.fast().shares().size(), table),
                FAST_LIMIT,
                fast.getPercentile(MEDIAN));
        add(figures, "  of a hundred rows the slowest but one", FAST_TAIL, fast.getPercentile(TAIL));
        return figures;
    }

    private void add(List<Figure> figures, String name, double most, double nanos) {
        Figure figure = Figure.atMost(name, most, nanos / 1_000, "us");
        print.accept(figure);
        figures.add(figure);
    }

    /** The trial of the family's best model; the leaderboard's order is best first. */
    private static long best(Path file, String family) throws IOException {
        AutoModel model = AutoModel.load(file);
        return model.leaderboard().stream()
                .filter(row -> row.weight() > 0 && row.learner().equals(family))
                .mapToLong(LeaderboardRow::trial)
                .findFirst()
                .orElseThrow(() -> new IOException("%s has no member of %s.".formatted(file, family)));
    }

    /** Nanoseconds of single rows; of the whole model or one trial, at an operating point if one is named. */
    private Statistics timed(Path model, long trial, String point) throws RunnerException {
        org.openjdk.jmh.runner.options.Options options = new OptionsBuilder()
                .include("\\b" + SingleRow.class.getSimpleName() + "\\.predict$")
                .param("model", model.toString())
                .param("trial", Long.toString(trial))
                .param("point", point)
                .param("data", bench.test().toString())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getStatistics();
    }
}
