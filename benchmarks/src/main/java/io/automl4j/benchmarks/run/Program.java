package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.line.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A main class to be run in a JVM of its own, on the class path of this one.
 *
 * @param main the name of the class
 * @param options options of the JVM
 * @param log where its output goes
 */
public record Program(String main, List<String> options, Path log) {

    /**
     * The number that a program prints last.
     *
     * @param main its class
     * @param arguments what it is given
     * @param limit how long it may take
     * @return the number
     * @throws IOException if it ends otherwise; says what it printed
     * @throws InterruptedException if interrupted
     */
    public static double number(Class<?> main, List<String> arguments, Duration limit)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(main.getSimpleName(), ".log");
        int code = new Program(main.getName(), List.of(), log).run(arguments, limit);
        List<String> lines = Files.readAllLines(log);
        if (code != 0) {
            throw new IOException("%s ended with code %d: %s".formatted(main.getSimpleName(), code, lines));
        }
        try {
            double number = Double.parseDouble(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
            Files.delete(log);
            return number;
        } catch (NumberFormatException e) {
            throw new IOException("%s printed no number: %s".formatted(main.getSimpleName(), lines), e);
        }
    }

    /** Starts it. */
    public Process start(List<String> arguments) throws IOException {
        return new ProcessBuilder(JavaCommand.here(options, main).words(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
    }

    /** An input that is at its end. */
    static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    /** Runs it to its end; past the limit it is killed. */
    public int run(List<String> arguments, Duration limit) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("%s took longer than %d s; see %s".formatted(main, limit.toSeconds(), log));
        }
        return process.exitValue();
    }
}
