package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no index.json");
        assertThatThrownBy(() -> read("[{\"name\": \"b\", \"file\": \"csv/b.csv\"}]", ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'task'");
        assertThatThrownBy(() -> read("[{\"name\": \"b\", \"file\": \"no.csv\"}]", ""))
                .isInstanceOf(IOException.class)
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
        assertThatThrownBy(() -> suite.only(List.of("irises")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'irises'")
                .hasMessageContaining("iris");
    }
}
