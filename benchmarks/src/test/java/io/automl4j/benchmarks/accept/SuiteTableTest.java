package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuiteTableTest {
    @TempDir
    Path folder;

    private List<SuiteTable> read(String json) throws IOException {
        Files.writeString(folder.resolve("index.json"), json);
        return SuiteTable.publicOf(folder);
    }

    @Test
    void takesThePublicOnes() throws IOException {
        String json = """
                [{"name": "a", "split": "meta", "task": "binary", "target": "t", "file": "a.csv"},
                 {"name": "b", "rows": 3, "split": "public", "nested": {"split": "meta"}, "columns": ["x"],
                  "task": "regression", "target": "t", "file": "csv/b.csv.gz"}]
                """;
        assertThat(read(json))
                .containsExactly(new SuiteTable("b", TaskType.REGRESSION, "t", folder.resolve("csv/b.csv.gz")));
    }

    @Test
    void saysWhatIsAbsent() {
        assertThatThrownBy(() -> read("[{\"name\": \"b\", \"split\": \"public\"}]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'task'");
    }
}
