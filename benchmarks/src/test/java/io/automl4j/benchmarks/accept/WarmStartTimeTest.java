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

        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n3,4\n");

        int code = new Program(WarmStartTime.class.getName(), List.of(), log)
                .run(List.of(table.toString()), Duration.ofMinutes(1));

        List<String> lines = Files.readAllLines(log);
        assertThat(code).isZero();
        assertThat(lines).anyMatch(line -> line.matches("[1-9]\\d* tables, [1-9]\\d* starts"));
        assertThat(lines.get(lines.size() - 1)).matches("\\d+");
    }
}
