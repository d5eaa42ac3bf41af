package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals as a terminal sends them, to a process of its own. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
final class SignalIT {
    @TempDir
    private Path directory;

    @Test
    void ctrlCWritesTheBestModelSoFar() throws Exception {
        Cli ended = endedBy("kill -INT PID");
        assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ended.err()).contains("Stopping;");
        assertThat(model()).isNotEmptyFile();
        assertThat(Cli.run("inspect", "--model", model()).code()).isZero();
    }

    @Test
    void killWritesTheBestModelSoFar() throws Exception {
        assertThat(endedBy("kill -TERM PID").code()).isEqualTo(ExitCode.TERMINATED);
        assertThat(model()).isNotEmptyFile();
    }

    /** Both signals wait until the process may go on, so that the second comes before the model is written. */
    @Test
    void aSecondSignalWritesNothing() throws Exception {
        Cli ended = endedBy("kill -STOP PID; kill -INT PID; kill -TERM PID; kill -CONT PID");
        assertThat(ended.code()).isIn(ExitCode.INTERRUPTED, ExitCode.TERMINATED);
        assertThat(directory.toFile().list()).containsExactly("train.csv");
    }

    /** Nothing is lost but what was running. */
    @Test
    void whatWasKilledGoesOn() throws Exception {
        Path run = directory.resolve("run");
        endedBy("kill -KILL PID", "--work-dir", run, "--trials", 30);
        assertThat(model()).doesNotExist();
        List<String> before = Files.readAllLines(run.resolve("journal.jsonl"));
        assertThat(before).isNotEmpty();
        Cli resumed = Cli.run("fit", "--resume", run);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(run.resolve("journal.jsonl"))).startsWith(before.toArray(String[]::new));
        assertThat(AutoModel.load(model()).leaderboard())
                .filteredOn(LeaderboardRow::isTried)
                .hasSize(Files.readAllLines(run.resolve("journal.jsonl")).size());
    }

    /** What is started in the background by a shell without job control ignores Ctrl-C, and so do its children. */
    @BeforeEach
    void signalsAreHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            String ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).trim())
                    .findFirst()
                    .orElse("0");
            long interrupt = 1L << 1;
            assumeTrue((Long.parseUnsignedLong(ignored, 16) & interrupt) == 0, "Ctrl-C is ignored here");
        }
    }

    private Path model() {
        return directory.resolve("m.automl");
    }

    /** Starts a long search, waits for its first trial, and runs the command on it. */
    private Cli endedBy(String command, Object... more) throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 200; row++) {
            csv.append(row % 50 / 10.0).append(row % 7 < 3 ? ",p\n" : ",q\n");
        }
        Path data = Files.writeString(directory.resolve("train.csv"), csv);
        List<Object> words = new ArrayList<>(List.of("fit", "--data", data, "--target", "y", "--model", model()));
        words.addAll(List.of("--budget", "10m", "--learners", "linear"));
        words.addAll(List.of(more));
        try (Child search = Child.start(List.of(), words.toArray())) {
            assertThat(search.says("after 1 trial")).isTrue();
            search.shell(command);
            return search.end();
        }
    }
}
