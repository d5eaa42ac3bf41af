package io.automl4j.benchmarks.run;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.measure.Truth;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.peer.PriorPeer;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Split;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs cells: writes the files of the split, lets the framework work, scores what it predicts. */
final class CellRunner {
    /** By how much even a framework with a small budget may overrun it: some need minutes to predict. */
    private static final Duration GRACE = Duration.ofMinutes(3);

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
        Path work = work(cell);
        Job job = new Job(work, cell.table().target(), cell.table().task(), plan.budget(), cell.seed(), plan.threads());
        Truth truth = prepare(cell, job);
        Score prior = prior(job, truth);
        ProcessWatch.Ended ended = new ProcessWatch(
                        cell.framework().command().apply(job, plan.memory()),
                        work.resolve("log.txt"),
                        plan.limits(cell.framework(), grace))
                .run();
        Usage usage =
                new Usage(truth.rows(), ended.peakMemory(), ended.cpuSeconds(), ended.wallSeconds(), ended.disturbed());
        return result(cell, job, Judged.of(job, truth, prior, ended.failure()), prior.value(), usage);
    }

    private Path work(Cell cell) {
        return folder.resolve(cell.key().replace('/', '_'));
    }

    /** Deletes the files of a cell that succeeded, as far as that is possible; those of others are kept to be looked at. */
    void clean(Cell cell, CellResult result) {
        if (result.succeeded()) {
            try {
                delete(work(cell));
            } catch (IOException | UncheckedIOException e) {
                // whoever still writes there must not cost the result; the next run of the cell deletes it
            }
        }
    }

    private Truth prepare(Cell cell, Job job) throws IOException {
        delete(job.folder());
        Files.createDirectories(job.folder());
        CsvFile table = CsvFile.read(cell.table().file());
        Split split = cell.table().split(table, new Split.Part(cell.fold(), plan.folds()), cell.seed());
        table.select(split.train()).write(job.train());
        CsvFile test = table.select(split.test());
        test.without(job.target()).write(job.test());
        test.without(job.target()).like(table.header()).write(job.aligned());
        job.save();
        return Truth.of(job.task(), table.cells(job.target()), test.cells(job.target()));
    }

    private static Score prior(Job job, Truth truth) throws IOException {
        Path file = job.folder().resolve("prior.csv");
        PriorPeer.predictions(job, CsvFile.read(job.train()).cells(job.target()), truth.rows())
                .write(file);
        try {
            return truth.score(file);
        } catch (IOException e) {
            throw new DataException(
                    "'%s' cannot be judged by its tested rows: %s%nMaybe leave that table out, or take another seed or fold."
                            .formatted(job.folder().getFileName(), e.getMessage()),
                    e);
        }
    }

    /** What predictions are worth; of a framework that failed what the prior's are. */
    private record Judged(Score score, Facts facts, String failure) {

        static Judged of(Job job, Truth truth, Score prior, String failure) {
            if (failure.isEmpty()) {
                try {
                    return new Judged(truth.score(job.predictions()), Facts.load(job.facts()), "");
                } catch (NoSuchFileException e) {
                    return of(job, truth, prior, "wrote no " + job.predictions().getFileName());
                } catch (IOException e) {
                    return of(job, truth, prior, String.valueOf(e.getMessage()));
                }
            }
            // rows are shown to others: neither folders of this machine nor lines of their own
            String shown = failure.replace(job.folder() + File.separator, "").replaceAll("\\s+", " ");
            return new Judged(new Score(prior.metric(), prior.value(), Double.NaN), Facts.NONE, shown);
        }
    }

    private CellResult result(Cell cell, Job job, Judged judged, double prior, Usage usage) {
        return new CellResult(
                cell.framework().name(),
                cell.table().name(),
                cell.fold(),
                cell.seed(),
                job.budget().toMillis() / 1e3,
                judged.score(),
                prior,
                judged.facts(),
                usage,
                judged.failure());
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
