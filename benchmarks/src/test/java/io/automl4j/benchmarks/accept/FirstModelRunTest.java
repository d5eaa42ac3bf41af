package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstModelRunTest {
    @TempDir
    private Path folder;

    private Figure figure(String rows) throws IOException, InterruptedException {
        Path record = Files.writeString(folder.resolve("record.csv"), "table,share_of_budget\n" + rows);
        return new FirstModelRun(folder, List.of(), folder, record).figure();
    }

    @Test
    void theMedianOfWhatIsRecordedCounts() throws IOException, InterruptedException {
        Figure soon = figure("a,0.05\nb,0.9000\nc,0.1500\n");

        assertThat(soon.ok()).isTrue();
        assertThat(soon.measured()).isEqualTo("0.15 of 60 s");
        assertThat(soon.name()).contains("median of 3 tables");
    }

    @Test
    void halfOfTheTablesMayNotBeLate() throws IOException, InterruptedException {
        assertThat(figure("a,0.05\nb,0.9000\nc,0.2100\n").ok()).isFalse();
    }
}
