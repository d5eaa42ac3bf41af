package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarmStartTimeTest {
    @TempDir
    private Path folder;

    @Test
    void theLastLineIsTheTime() throws IOException, InterruptedException {
        Path log = folder.resolve("log");

        int code = new Program(WarmStartTime.class.getName(), List.of(), log).run(List.of(), Duration.ofMinutes(1));

        List<String> lines = Files.readAllLines(log);
        assertThat(code).isZero();
        assertThat(lines).anyMatch(line -> line.matches("[1-9]\\d* tables, [1-9]\\d* starts"));
        assertThat(lines.get(lines.size() - 1)).matches("\\d+");
    }
}
