package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuiteTest {
    @TempDir
    Path folder;

    private Suite read(String json, String split) throws IOException {
        Files.writeString(folder.resolve("index.json"), json);
        Files.createDirectories(folder.resolve("csv"));
        Files.writeString(folder.resolve("csv/b.csv"), "x,t\n1,2\n");
        return Suite.folder(folder, split);
    }

    @Test
    void takesTheTablesOfASplit() throws IOException {
        String json = """
                [{"name": "a", "split": "meta", "task": "binary", "target": "t", "file": "a.csv"},
                 {"name": "b", "rows": 3, "split": "public", "nested": {"split": "meta"}, "columns": ["x"],
                  "task": "regression", "target": "t", "file": "csv/b.csv"}]
                """;
        assertThat(read(json, "public").tables())
                .containsExactly(new SuiteTable("b", TaskType.REGRESSION, "t", folder.resolve("csv/b.csv")));
    }

    @Test
    void saysWhatIsAbsent() {
        assertThatThrownBy(() -> Suite.folder(folder, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no index.json");
        assertThatThrownBy(() -> read("[{\"name\": \"b\", \"file\": \"csv/b.csv\"}]", ""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'task'");
        assertThatThrownBy(() -> read("[1, 2]", ""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("names no table");
        assertThatThrownBy(() -> Suite.folder(folder.resolve("bundeld"), ""))
                .hasMessageContaining("no folder")
                .hasMessageContaining("bundled");
        assertThatThrownBy(() -> read("[{\"name\": \"b\", \"file\": \"no.csv\"}]", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.csv");
    }

    @Test
    void bundledTablesAreThere() throws IOException {
        Suite suite = Suite.bundled(folder);
        assertThat(suite.tables()).extracting(SuiteTable::name).containsExactly("credit-g", "iris");
        CsvFile credit = CsvFile.read(suite.tables().get(0).file());
        assertThat(credit.rows()).hasSize(1000);
        assertThat(credit.cells("class")).contains("good", "bad");
        assertThat(CsvFile.read(suite.tables().get(1).file()).rows()).hasSize(150);
    }

    @Test
    void unknownTablesAreNamed() throws IOException {
        Suite suite = Suite.bundled(folder);
        assertThat(suite.only(List.of("iris")).tables()).hasSize(1);
        assertThat(suite.named("iris").target()).isEqualTo(suite.tables().get(1).target());
        assertThatThrownBy(() -> suite.named("irsi"))
                .hasMessageContaining("'irsi'")
                .hasMessageContaining("iris");
        assertThatThrownBy(() -> suite.only(List.of("irises")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'irises'")
                .hasMessageContaining("iris");
    }

    @Test
    void whatCannotBeBetteredIsKnown() throws IOException {
        Suite suite = Suite.synthetic(folder);
        assertThat(suite.tables())
                .extracting(SuiteTable::name)
                .containsExactly("gaussians_2", "gaussians_4", "friedman_1");
        assertThat(suite.bayesLosses().get("gaussians_2")).isCloseTo(0.129, within(0.001));
        assertThat(suite.bayesLosses().get("friedman_1")).isEqualTo(1);
        assertThat(suite.bayesLosses().get("gaussians_4")).isBetween(0.5, Math.log(4));
    }

    /** The best ranking of two such distributions is by the sum of the features that tell them apart. */
    @Test
    void theBestModelLosesTheBayesLoss() throws IOException {
        Suite suite = Suite.synthetic(folder);
        CsvFile rows = CsvFile.read(suite.tables().get(0).file());
        List<double[]> scored = rows.rows().stream()
                .map(row -> new double[] {
                    row.subList(0, 3).stream().mapToDouble(Double::parseDouble).sum(),
                    row.get(6).equals("second") ? 1 : 0
                })
                .sorted((a, b) -> Double.compare(a[0], b[0]))
                .toList();
        double firsts = 0;
        double pairs = 0;
        double seconds = 0;
        for (double[] row : scored) {
            firsts += 1 - row[1];
            seconds += row[1];
            pairs += row[1] * firsts;
        }
        double auc = pairs / (firsts * seconds);
        assertThat(1 - auc).isCloseTo(suite.bayesLosses().get("gaussians_2"), within(0.02));
    }
}
