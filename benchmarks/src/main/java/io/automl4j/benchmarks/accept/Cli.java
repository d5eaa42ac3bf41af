package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command line, each command in a JVM of its own, as a user runs it.
 *
 * @param budget the budget of a fit in seconds
 */
record Cli(int budget) {
    private static final String MAIN = "io.automl4j.cli.Main";
    private static final int POLL_MILLIS = 5;

    /** Fits and returns the seconds from the start of the process until the model file had its name. */
    double fit(Bench bench, Path model, String learners) throws IOException, InterruptedException {
        return fit(arguments(bench, model, learners), model);
    }

    /** The same for a command that names its budget and model. */
    double fit(List<String> arguments, Path model) throws IOException, InterruptedException {
        Files.deleteIfExists(model);
        Path log = model.resolveSibling(model.getFileName() + ".log");
        Program program = new Program(MAIN, List.of(), log);
        long start = System.nanoTime();
        Process process = program.start(arguments);
        long there = start;
        while (process.isAlive()) {
            if (there == start && Files.exists(model)) {
                there = System.nanoTime();
            }
            if (System.nanoTime() - start > Duration.ofSeconds(2L * budget + 60).toNanos()) {
                process.destroyForcibly().waitFor();
            }
            Thread.sleep(POLL_MILLIS);
        }
        if (process.exitValue() != 0 || !Files.exists(model)) {
            throw new IOException("fit ended with code %d; see %s".formatted(process.exitValue(), log));
        }
        return ((there == start ? System.nanoTime() : there) - start) / 1e9;
    }

    private List<String> arguments(Bench bench, Path model, String learners) {
        List<String> arguments =
                new ArrayList<>(List.of("fit", "--data", bench.train().toString()));
        arguments.addAll(List.of("--target", bench.table().target()));
        arguments.addAll(List.of("--task", bench.table().task().name().toLowerCase(Locale.ROOT)));
        arguments.addAll(List.of("--budget", budget + "s", "--model", model.toString()));
        if (!learners.isEmpty()) {
            arguments.addAll(List.of("--learners", learners));
        }
        return arguments;
    }

    /** Predicts the test rows and returns the seconds it took. */
    double predict(Bench bench) throws IOException, InterruptedException {
        Files.deleteIfExists(bench.predictions());
        Path log = bench.folder().resolve("predict.log");
        List<String> arguments = List.of(
                "predict",
                "--model",
                bench.model().toString(),
                "--data",
                bench.test().toString(),
                "--out",
                bench.predictions().toString());
        long start = System.nanoTime();
        int code = new Program(MAIN, List.of(), log).run(arguments, Duration.ofMinutes(5));
        if (code != 0) {
            throw new IOException("predict ended with code %d; see %s".formatted(code, log));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
