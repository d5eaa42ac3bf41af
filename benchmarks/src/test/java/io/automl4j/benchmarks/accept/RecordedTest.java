package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.table.CsvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedTest {
    @TempDir
    Path home;

    @Test
    void whatIsNotThereIsRunAndKept() throws Exception {
        Files.writeString(home.resolve("index.json"), """
                [{"name": "t", "task": "binary", "target": "y", "file": "t.csv", "split": "public"},
                 {"name": "u", "task": "binary", "target": "y", "file": "t.csv", "split": "meta"}]
                """);
        Files.writeString(home.resolve("t.csv"), "x,y\n" + "1,a\n2,b\n".repeat(20));
        Recorded recorded = new Recorded("few-5s", List.of("prior"), 5, 2);
        Comparison comparison = recorded.comparison(home, home);
        assertThat(comparison.tables()).containsExactly("t");
        assertThat(comparison.loss("t", "prior")).isEqualTo(0.5);
        assertThat(CsvFile.read(home.resolve("benchmarks/results/few-5s/rows.csv"))
                        .rows())
                .hasSize(2);
        assertThat(recorded.command())
                .isEqualTo("./automl benchmark --suite DATA --split public --frameworks prior --budget 5s --seeds 2 "
                        + "--threads 2 --memory 8g --out benchmarks/results/few-5s");
    }
}
