package io.automl4j.benchmarks.accept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A promise and what was measured.
 *
 * @param name what is measured
 * @param wanted what was promised
 * @param measured what came out
 * @param ok whether the promise is kept
 * @param command what recorded it, empty if it was measured just now
 */
public record Figure(String name, String wanted, String measured, boolean ok, String command) {

    /** A figure that was measured just now. */
    public Figure(String name, String wanted, String measured, boolean ok) {
        this(name, wanted, measured, ok, "");
    }

    /** This figure, but recorded. */
    public Figure by(String recording) {
        return new Figure(name, wanted, measured, ok, recording);
    }

    public static Figure atMost(String name, double most, double measured, String unit) {
        return new Figure(
                name,
                String.format(Locale.ROOT, "<= %.2f %s", most, unit),
                String.format(Locale.ROOT, "%.2f %s", measured, unit),
                measured <= most);
    }

    public static Figure atLeast(String name, long least, long measured, long of) {
        return new Figure(name, ">= %d of %d".formatted(least, of), Long.toString(measured), measured >= least);
    }

    /**
     * A figure that tests assert.
     *
     * @param name what they assert
     * @param command what runs them
     * @param home the folder of the project
     * @return whether they pass
     */
    public static Figure tests(String name, String command, Path home) throws IOException, InterruptedException {
        Process tests = new ProcessBuilder(command.split(" ", -1))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean passed = tests.waitFor() == 0;
        return new Figure(name, "tests pass", passed ? "they pass" : "they fail", passed).by(command);
    }

    @Override
    public String toString() {
        String line = String.format(Locale.ROOT, "%-58s %-16s %-16s %s", name, wanted, measured, ok ? "ok" : "MISSED");
        return command.isEmpty() ? line : line + "  recorded by: " + command;
    }
}
