package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Table;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.benchmarks.run.Program;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.model.AutoModel;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.tabular.AutoMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How soon a search has a model that is nearly as good as what it ends with: on the rows that models did not see the prior is 0,
 * the final ensemble 1.
 *
 * @param data the folder of the tables
 * @param tables the tables
 * @param out where splits lie
 * @param record a file of results; tables that it has are not run again
 */
record FirstModelRun(Path data, List<SuiteTable> tables, Path out, Path record) {
    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final double NEARLY = 0.95;
    private static final double MOST = 0.2;
    private static final List<String> HEADER = List.of("table", "share_of_budget");

    /** What a trial reached, and when. */
    private record Reached(Duration after, int folds, double loss) {}

    /**
     * Prints the share of one table, in a JVM that has learned nothing yet.
     *
     * @param arguments the folder of the tables, the name of one, and where its split lies
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        SuiteTable table = Suite.folder(Path.of(arguments[0]), "public").named(arguments[1]);
        System.out.println(share(Bench.prepare(table, Path.of(arguments[2]))));
    }

    Figure figure() throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        if (Files.exists(record)) {
            rows.addAll(CsvFile.read(record).rows());
        }
        for (SuiteTable table : tables) {
            if (rows.stream().noneMatch(row -> row.get(0).equals(table.name()))) {
                rows.add(List.of(table.name(), String.format(Locale.ROOT, "%.4f", inItsOwnJvm(table.name()))));
                System.out.println(rows.get(rows.size() - 1));
                CsvFile all = new CsvFile(HEADER, rows);
                AtomicFile.write(record, all::write);
            }
        }
        double[] shares = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .sorted()
                .toArray();
        return Figure.atMost(
                "first model with 0.95 of the final score, median of %d tables".formatted(shares.length),
                MOST,
                shares[shares.length / 2],
                "of 60 s");
    }

    private double inItsOwnJvm(String table) throws IOException, InterruptedException {
        return Program.number(
                FirstModelRun.class, List.of(data.toString(), table, out.toString()), BUDGET.multipliedBy(3));
    }

    /** When the first such model was there, as a share of the budget; 1 if the ensemble alone was. */
    private static double share(Bench bench) throws IOException {
        SuiteTable table = bench.table();
        Table train = bench.trainRows();
        List<Reached> reached = new CopyOnWriteArrayList<>();
        long started = NanoClock.SYSTEM.nanos();
        AutoModel model = AutoMl.builder()
                .task(table.task())
                .budget(BUDGET)
                .listener(onTrial(started, reached))
                .build()
                .fit(train);
        Metric metric = Metrics.byName(model.report().metric());
        double last = metric.toLoss(model.report().score());
        if (reached.isEmpty()) {
            throw new IOException("No trial on %s was ready in %d s.".formatted(table.name(), BUDGET.toSeconds()));
        }
        Reached prior = reached.get(0);
        return reached.stream()
                .filter(one -> one.folds() == prior.folds())
                .filter(one -> prior.loss() - one.loss() >= NEARLY * (prior.loss() - last))
                .mapToDouble(one -> (double) one.after().toMillis() / BUDGET.toMillis())
                .min()
                .orElse(1);
    }

    /** The prior comes first. */
    private static AutoMlListener onTrial(long started, List<Reached> reached) {
        return event -> {
            if (event instanceof AutoMlEvent.TrialEnded ended
                    && ended.outcome() instanceof TrialOutcome.Completed done) {
                reached.add(new Reached(
                        NanoClock.SYSTEM.since(started), done.foldLosses().size(), done.loss()));
            }
        };
    }
}
