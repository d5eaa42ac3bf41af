package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals as a terminal sends them, to a process of its own. */
@DisabledOnOs(OS.WINDOWS)
final class SignalIT {
    @TempDir
    private Path directory;

    @Test
    void ctrlCWritesTheBestModelSoFar() throws Exception {
        assertThat(endedBy("kill -INT %d")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(directory.resolve("m.automl")).isNotEmptyFile();
        assertThat(Cli.run("inspect", "--model", directory.resolve("m.automl")).code())
                .isZero();
    }

    @Test
    void killWritesTheBestModelSoFar() throws Exception {
        assertThat(endedBy("kill -TERM %d")).isEqualTo(ExitCode.TERMINATED);
        assertThat(directory.resolve("m.automl")).isNotEmptyFile();
    }

    /** Starts a long search, waits for its first trial, runs the command on it, and gives its exit code. */
    private int endedBy(String command) throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 200; row++) {
            csv.append(row % 50 / 10.0).append(row % 7 < 3 ? ",p\n" : ",q\n");
        }
        Path data = Files.writeString(directory.resolve("train.csv"), csv);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process search = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "fit",
                        "--data",
                        data.toString(),
                        "--target",
                        "y",
                        "--budget",
                        "10m",
                        "--learners",
                        "linear",
                        "--model",
                        directory.resolve("m.automl").toString())
                .start();
        try (BufferedReader err = search.errorReader()) {
            assertThat(err.lines().anyMatch(line -> line.contains("after 1 trial")))
                    .isTrue();
            new ProcessBuilder("sh", "-c", command.formatted(search.pid()))
                    .start()
                    .waitFor();
            assertThat(err.lines().toList()).anyMatch(line -> line.startsWith("Stopping;"));
            assertThat(search.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return search.exitValue();
        } finally {
            search.destroyForcibly();
        }
    }
}
