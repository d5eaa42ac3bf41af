package io.automl4j.benchmarks.accept;

import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Table;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How many rows a second the fast ensemble predicts on one thread, and H2O's MOJO by easy-predict beside it.
 *
 * @param bench a table whose model is there
 * @param budget the budget of both in seconds
 * @param h2o the folder of the jars of H2O's module
 */
record Throughput(Bench bench, int budget, Path h2o) {
    private static final int ROWS = 100_000;
    private static final double LEAST = 200_000;
    private static final double TIMES_MOJO = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final long SLACK_SECONDS = 300;

    List<Figure> figures() throws IOException, InterruptedException {
        double ours = ours();
        double mojo = mojo();
        String table = bench.table().name();
        return List.of(
                atLeast("rows a second of %s by the fast ensemble, one thread".formatted(table), LEAST, ours, ""),
                atLeast("  the same, in rates of H2O's MOJO (easy-predict)", TIMES_MOJO, ours / mojo, "x"));
    }

    private static Figure atLeast(String name, double least, double measured, String unit) {
        return new Figure(
                name,
                String.format(Locale.ROOT, ">= %.0f %s", least, unit),
                String.format(Locale.ROOT, "%.1f %s", measured, unit),
                measured >= least);
    }

    /** The test rows over and over, as one table. */
    private double ours() throws IOException {
        AutoModel whole = AutoModel.load(bench.model());
        AutoModel fast = whole.at(whole.front().fast());
        Table test = Tables.reader().like(fast.requiredColumns()).read(bench.test());
        Table many = test.select(
                IntStream.range(0, ROWS).map(row -> row % test.rows()).toArray());
        rate(fast, many, WARM_UP);
        return rate(fast, many, MEASURED);
    }

    private static double rate(AutoModel model, Table rows, Duration time) {
        long started = NanoClock.SYSTEM.nanos();
        long count = 0;
        while (NanoClock.SYSTEM.since(started).compareTo(time) < 0) {
            count += model.predict(rows).rows();
        }
        return count * 1e9 / NanoClock.SYSTEM.since(started).toNanos();
    }

    private double mojo() throws IOException, InterruptedException {
        Framework framework = Framework.named("h2o", h2o);
        framework.check();
        Path folder = bench.folder().resolve("mojo");
        Files.createDirectories(folder);
        CsvFile train = CsvFile.read(bench.train());
        train.write(folder.resolve("train.csv"));
        Job job = new Job(folder, bench.table().target(), bench.table().task(), Duration.ofSeconds(budget), 1, 2);
        CsvFile.read(bench.test()).like(train.header()).write(job.aligned());
        job.save();
        List<String> words = new ArrayList<>(framework.command().apply(job, "4g"));
        words.add("mojo");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(budget + SLACK_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("H2O takes longer than it may; see %s".formatted(log));
        }
        Properties speed = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("mojo.properties"))) {
            speed.load(in);
        }
        return Double.parseDouble(speed.getProperty("rows_per_second"));
    }
}
