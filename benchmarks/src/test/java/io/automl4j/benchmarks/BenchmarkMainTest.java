package io.automl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.line.JavaCommand;
import io.automl4j.benchmarks.run.Processes;
import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark's process from outside. */
@Timeout(120)
final class BenchmarkMainTest {
    @TempDir
    Path folder;

    private Process start(String... words) throws IOException {
        return new ProcessBuilder(JavaCommand.here(List.of(), "io.automl4j.benchmarks.BenchmarkMain")
                        .words(List.of(words)))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoeverIsStoppedKeepsWhatIsFinishedAndLeavesNothingRunning() throws Exception {
        Path out = folder.resolve("out");
        Process suite = start(
                "--suite",
                "bundled",
                "--tables",
                "iris",
                "--out",
                out.toString(),
                "--frameworks",
                "prior",
                "--command",
                "slow=sleep 631");
        while (suite.isAlive() && !Files.exists(out.resolve("cells/slow_iris_0_1/log.txt"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        suite.destroy(); // SIGTERM
        assertThat(suite.waitFor()).isEqualTo(143);
        assertThat(Files.readString(log())).contains("stopped; what is finished is kept");
        assertThat(CsvFile.read(out.resolve("rows.csv")).cells("framework")).containsExactly("prior");
        Processes.awaitNone("631");
    }

    @Test
    void wrongUseIsToldByItsExitCode() throws Exception {
        assertThat(start("--suite", "nowhere").waitFor()).isEqualTo(2);
        assertThat(Files.readString(log())).contains("nowhere");
        assertThat(start("accept", "02", "nowhere", "--budget", "5s").waitFor()).isEqualTo(2);
        assertThat(Files.readString(log())).contains("accept 02 has no options: [--budget, 5s]");
        assertThat(start("--suite", "quick", "--help").waitFor()).isZero();
        assertThat(Files.readString(log())).contains("Usage:");
    }
}
