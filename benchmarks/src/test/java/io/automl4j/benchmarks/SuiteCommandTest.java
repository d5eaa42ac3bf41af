package io.automl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.benchmarks.table.CsvFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SuiteCommandTest {
    @TempDir
    Path home;

    private String run(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("--suite", "bundled", "--tables", "iris"));
        all.addAll(List.of("--budget", "5s", "--out", home.resolve("iris-5s").toString()));
        all.addAll(List.of(words));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SuiteCommand(all, home).run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rowsReportAndPublishedFiguresAreLeftInTheFolder() throws Exception {
        Path published = Files.writeString(home.resolve("p.csv"), """
                dataset (n x p x C),metric,H2O 23
                iris (150x5x3),logloss,0.123
                """);
        Path record =
                Files.writeString(home.resolve("RESULTS.md"), "<!-- begin iris-5s -->\n<!-- end iris-5s -->\nMine.\n");
        String printed = run(
                "--frameworks", "xgboost,prior", "--published", published.toString(), "--record", record.toString());
        assertThat(printed).contains("xgboost against prior: 1-0-0", "| H2O (AMLB 2023: 1 h, 8 cores) | 0.1230 |");
        assertThat(Files.readString(record))
                .contains("xgboost against prior: 1-0-0")
                .endsWith("Mine.\n");
        Path folder = home.resolve("iris-5s");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("H2O (AMLB 2023: 1 h, 8 cores)");
        assertThat(CsvFile.read(folder.resolve("rows.csv")).rows()).hasSize(2);
        assertThat(Files.readString(folder.resolve("rows.json"))).contains("\"framework\" : \"prior\"");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void referencesAreFixedOnce() throws Exception {
        Files.createDirectories(home.resolve("benchmarks"));
        Path jars = Files.createDirectories(home.resolve("benchmark-h2o/target/lib"));
        // without its jars H2O fails, and stands at the prior
        assertThat(jars).isEmptyDirectory();
        String[] words = {"--frameworks", "weka-rf,h2o", "--fix-references"};
        assertThat(run(words)).contains("normalised score +1.0000");
        assertThat(Files.readString(home.resolve("benchmarks/reference.csv")))
                .startsWith("table,metric,loss,framework\niris,log_loss,")
                .endsWith(",weka-rf\n");
        assertThatThrownBy(() -> run(words)).hasMessageContaining("fixed once");
    }

    @Test
    void unknownOptionsAndAbsentSuitesAreRefused() {
        assertThatThrownBy(() -> run("--speed", "1")).hasMessageContaining("Unknown option '--speed'");
        assertThatThrownBy(() -> new SuiteCommand(List.of("--budget", "5s"), home).run(System.out))
                .hasMessageContaining("--suite is absent");
        assertThatThrownBy(() -> run("--frameworks", "h2o")).hasMessageContaining("mvn -q package");
        assertThatThrownBy(() -> run("--memory", "lots")).hasMessageContaining("The memory is 'lots'");
        assertThatThrownBy(() -> run("--split", "public")).hasMessageContaining("--split chooses among the tables");
    }
}
