package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableFolderTest {
    private static final String TWO = """
            [{"name": "a", "file": "csv/a.csv", "target": "y", "task": "binary", "split": "meta", "rows": 5, "notes": null},
             {"name": "b", "file": "b.csv", "target": "z", "task": "regression", "levels": ["x"]}]
            """;

    @TempDir
    private Path folder;

    private void index(String text) throws IOException {
        Files.writeString(folder.resolve("index.json"), text);
    }

    @Test
    void tablesAreReadInTheirOrder() throws IOException {
        index(TWO);

        assertThat(TableFolder.read(folder, Optional.empty()))
                .containsExactly(
                        new TableFolder.Entry("a", folder.resolve("csv/a.csv"), "y", TaskType.BINARY, "meta"),
                        new TableFolder.Entry("b", folder.resolve("b.csv"), "z", TaskType.REGRESSION, ""));
    }

    @Test
    void aSplitIsAPart() throws IOException {
        index(TWO);

        assertThat(TableFolder.read(folder, Optional.of("meta")))
                .extracting(TableFolder.Entry::name)
                .containsExactly("a");
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.of("mete")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no table of the split 'mete'")
                .hasMessageContaining("meta");
    }

    @Test
    void aFolderWithoutIndexIsNamed() {
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no index.json")
                .hasMessageContaining("Maybe write one");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        index("[{\"name\": \"a\", \"file\": \"a.csv\", \"task\": \"binary\"}]");
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'target' is missing");

        index("[{\"name\": \"a\", \"file\": \"a.csv\", \"target\": \"y\", \"task\": \"ranking\"}]");
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no task 'ranking', but [binary, multiclass, regression");

        index("{\"tables\": 3");
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty())).isInstanceOf(DataException.class);

        index(TWO.replace("\"b\"", "\"a\""));
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("two tables 'a'");

        index("[1]");
        assertThatThrownBy(() -> TableFolder.read(folder, Optional.empty())).isInstanceOf(DataException.class);
    }
}
