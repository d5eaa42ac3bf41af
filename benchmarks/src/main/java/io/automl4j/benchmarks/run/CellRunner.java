package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.peer.PriorPeer;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Split;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs cells: writes the files of the split, starts the process, watches it, scores what it predicts. */
final class CellRunner {
    /** A framework may overrun its budget, but not by more than this, nor by more than its budget. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    private static final Duration GLANCE = Duration.ofMillis(200);
    /** More than half a processor at work for somebody else disturbs a measurement. */
    private static final double DISTURBING = 0.5;
    /** What a shorter process did after the last glance at it cannot be told from what others did. */
    private static final double LEAST_SECONDS = 2;

    private final BenchmarkPlan plan;
    private final Duration grace;
    private final Path folder;

    CellRunner(BenchmarkPlan plan) {
        this(plan, GRACE);
    }

    CellRunner(BenchmarkPlan plan, Duration grace) {
        this.plan = plan;
        this.grace = grace;
        this.folder = plan.out().resolve("cells");
    }

    /**
     * Runs a cell.
     *
     * @throws IOException if files cannot be written: then no later cell can do better
     * @throws InterruptedException if interrupted; the process is ended
     */
    CellResult run(Cell cell) throws IOException, InterruptedException {
        Path work = folder.resolve(cell.key().replace('/', '_'));
        Job job = new Job(work, cell.table().target(), cell.table().task(), plan.budget(), cell.seed(), plan.threads());
        List<String> truth = prepare(cell, job);
        Yardstick yardstick = new Yardstick(truth, priorScore(job, truth));
        boolean busyBefore = othersBusy();
        Watched watched = watch(cell, job);
        Usage usage = new Usage(
                truth.size(),
                watched.peakMemory(),
                watched.cpuSeconds(),
                watched.wallSeconds(),
                busyBefore || watched.disturbed());
        CellResult result = result(cell, job, yardstick, usage, watched.failure());
        if (result.succeeded()) {
            delete(work);
        }
        return result;
    }

    private List<String> prepare(Cell cell, Job job) throws IOException {
        delete(job.folder());
        Files.createDirectories(job.folder());
        CsvFile table = CsvFile.read(cell.table().file());
        Split split = cell.table().split(table, new Split.Part(cell.fold(), plan.folds()), cell.seed());
        table.select(split.train()).write(job.train());
        CsvFile test = table.select(split.test());
        test.without(job.target()).write(job.test());
        test.without(job.target()).like(table.header()).write(job.aligned());
        job.save();
        return test.cells(job.target());
    }

    private static double priorScore(Job job, List<String> truth) throws IOException {
        Path file = job.folder().resolve("prior.csv");
        List<String> targets = CsvFile.read(job.train()).cells(job.target());
        PriorPeer.predictions(job, targets, truth.size()).write(file);
        return Score.of(job.task(), truth, file).value();
    }

    /** What predictions are held against. */
    private record Yardstick(List<String> truth, double prior) {}

    private CellResult result(Cell cell, Job job, Yardstick yardstick, Usage usage, String failure) throws IOException {
        String problem = failure;
        Facts facts = Facts.NONE;
        Score score = new Score(Score.metric(job.task()).name(), yardstick.prior(), Double.NaN);
        if (problem.isEmpty()) {
            try {
                facts = Facts.load(job.facts());
                score = Score.of(job.task(), yardstick.truth(), job.predictions());
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        return new CellResult(
                cell.framework().name(),
                cell.table().name(),
                cell.fold(),
                cell.seed(),
                plan.budget().toMillis() / 1e3,
                score,
                yardstick.prior(),
                facts,
                usage,
                problem.replace(job.folder() + File.separator, "").replaceAll("\\s+", " "));
    }

    /** Whether anybody works at this moment, when we do not. */
    private static boolean othersBusy() throws InterruptedException {
        double before = Machine.busySeconds();
        TimeUnit.MILLISECONDS.sleep(500);
        return (Machine.busySeconds() - before) / 0.5 > DISTURBING;
    }

    /** A process that has ended, and what it took. */
    private record Watched(double wallSeconds, double cpuSeconds, long peakMemory, boolean disturbed, String failure) {}

    private Watched watch(Cell cell, Job job) throws IOException, InterruptedException {
        Path log = job.folder().resolve("log.txt");
        double busyBefore = Machine.busySeconds();
        long start = System.nanoTime();
        Process process = start(cell, job, log);
        // Ctrl-C ends this JVM; the framework's must not work on
        Thread ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        long limit = plan.budget().toNanos() + Math.max(plan.budget().toNanos(), grace.toNanos());
        long peak = 0;
        double cpu = Double.NaN;
        boolean late = false;
        try {
            while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, Machine.peakMemory(process.pid()));
                cpu = process.info()
                        .totalCpuDuration()
                        .map(time -> time.toNanos() / 1e9)
                        .orElse(cpu);
                late = plan.isLimited(cell.framework()) && System.nanoTime() - start > limit;
                if (late) {
                    process.destroyForcibly().waitFor();
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            removeHook(ending);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double others = Machine.busySeconds() - busyBefore - cpu;
        String failure = late
                ? "killed after %.0f s".formatted(wall)
                : process.exitValue() == 0 ? "" : "exit code %d: %s".formatted(process.exitValue(), lastLine(log));
        boolean disturbed = wall > LEAST_SECONDS && others / wall > DISTURBING;
        return new Watched(wall, cpu, peak, disturbed, failure);
    }

    private Process start(Cell cell, Job job, Path log) throws IOException {
        return new ProcessBuilder(cell.framework().command().apply(job, plan.memory()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Program.nothing())
                .start();
    }

    private static void removeHook(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and has run it
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException("'%s' cannot be deleted.".formatted(file), e);
                    }
                });
            }
        }
    }
}
