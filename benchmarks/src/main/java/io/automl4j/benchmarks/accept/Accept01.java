package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Issue "Foundation" is done when this shows no {@code MISSED}: on each public table {@code fit} and {@code predict}
 * succeed on a 75/25 split, the model file is there in time, and the ensemble is at least as good as Weka's forest of 500
 * trees on at least 20 of 24; 100 MB are read quickly and kept small; single rows are predicted quickly.
 */
public final class Accept01 {
    private static final String TIMED_TABLE = "credit-g";
    private static final int WEKA_THREADS = 2;

    private final Options options;
    private final Path out;

    private Accept01(Options options) {
        this.options = options;
        this.out = options.out().toAbsolutePath();
    }

    /**
     * Runs it.
     *
     * @param words folder of the data, then options
     * @param home the folder of the project
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted
     * @throws RunnerException if the timing of single rows fails
     */
    public static boolean run(List<String> words, Path home) throws IOException, InterruptedException, RunnerException {
        return new Accept01(Options.parse(words, home)).run();
    }

    private boolean run() throws IOException, InterruptedException, RunnerException {
        long start = System.nanoTime();
        List<SuiteTable> all = Suite.folder(options.data(), "public").tables();
        List<SuiteTable> wanted = all.stream().filter(options::wants).toList();
        System.out.printf("%d tables, %d s each; results in %s%n%n", wanted.size(), options.budget(), out);
        System.out.println(Outcome.heading());
        List<Outcome> outcomes = new ArrayList<>();
        for (SuiteTable table : wanted) {
            Outcome outcome = outcome(Bench.prepare(table, out));
            System.out.println(outcome);
            outcomes.add(outcome);
        }
        System.out.println();
        List<Figure> figures = new ArrayList<>(judge(outcomes));
        figures.addAll(new BigFile(out).measure());
        figures.forEach(System.out::println);
        if (options.latency()) {
            figures.addAll(latency(all));
        }
        System.out.printf(Locale.ROOT, "%ntook %.1f minutes%n", (System.nanoTime() - start) / 60e9);
        return figures.stream().allMatch(Figure::ok);
    }

    private List<Figure> latency(List<SuiteTable> all) throws IOException, InterruptedException, RunnerException {
        SuiteTable timed = all.stream()
                .filter(table -> table.name().equals(TIMED_TABLE))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no table '%s'.".formatted(TIMED_TABLE)));
        return new Latency(Bench.prepare(timed, out), options.budget(), System.out::println).measure();
    }

    private Outcome outcome(Bench bench) throws IOException, InterruptedException {
        Path kept = bench.folder().resolve("outcome-%ds.csv".formatted(options.budget()));
        if (options.resume()) {
            var earlier = Outcome.load(kept);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        double wekaSeconds = new WekaBaseline(WEKA_THREADS).run(bench);
        double peer = bench.score(bench.wekaPredictions());
        Outcome outcome = ours(bench, peer, wekaSeconds);
        outcome.save(kept);
        return outcome;
    }

    private Outcome ours(Bench bench, double peer, double wekaSeconds) throws InterruptedException {
        String name = bench.table().name();
        String metric = Metrics.defaultFor(bench.table().task()).name();
        double fit = Double.NaN;
        double predict = Double.NaN;
        try {
            Cli cli = new Cli(options.budget());
            fit = cli.fit(bench, bench.model(), "");
            predict = cli.predict(bench);
            double ours = bench.score(bench.predictions());
            return new Outcome(name, metric, ours, peer, List.of(fit, predict, wekaSeconds), "");
        } catch (IOException | IllegalArgumentException e) {
            String failure = String.valueOf(e.getMessage());
            return new Outcome(name, metric, Double.NaN, peer, List.of(fit, predict, wekaSeconds), failure);
        }
    }

    private List<Figure> judge(List<Outcome> outcomes) {
        int tables = outcomes.size();
        double latest = options.budget() + Math.max(1, 0.02 * options.budget());
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast(
                "fit and predict succeed",
                tables,
                outcomes.stream().filter(Outcome::succeeded).count(),
                tables));
        for (Outcome outcome : outcomes) {
            figures.add(
                    Figure.atMost("model file of %s".formatted(outcome.table()), latest, outcome.fitSeconds(), "s"));
        }
        figures.add(Figure.atLeast(
                "at least as good as Weka's RandomForest -I 500",
                Math.round(Math.ceil(tables * 20 / 24.0)),
                outcomes.stream().filter(Outcome::atLeastAsGood).count(),
                tables));
        return figures;
    }
}
