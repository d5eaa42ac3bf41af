package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuiteTableTest {
    private static final CsvFile ROWS =
            new CsvFile(List.of("x", "y"), List.of(List.of("1", "a"), List.of("2", "b"), List.of("3", "a")));

    @Test
    void foldsThatAreGivenAreKept() throws IOException {
        SuiteTable table = new SuiteTable("t", TaskType.BINARY, "y", Path.of("t.csv"), List.of(0, 1, 0));
        assertThat(table.mostFolds()).isEqualTo(2);
        assertThat(table.split(ROWS, new Split.Part(1, 2), 1).test()).containsExactly(1);
    }

    @Test
    void anAbsentTargetIsNamed() {
        SuiteTable table = new SuiteTable("t", TaskType.BINARY, "z", Path.of("t.csv"));
        assertThatThrownBy(() -> table.split(ROWS, new Split.Part(0, 1), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column 'z'");
    }

    @Test
    void anEmptyTargetIsNamedWithItsRow() {
        CsvFile gap = new CsvFile(List.of("y"), List.of(List.of("a"), List.of("")));
        SuiteTable table = new SuiteTable("t", TaskType.BINARY, "y", Path.of("t.csv"));
        assertThatThrownBy(() -> table.split(gap, new Split.Part(0, 1), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 2");
    }

    @Test
    void aTargetThatIsNoNumberIsRefusedBeforeLongWork(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "x,y\n1,2.5\n2,-1e3\n3,many\n");
        SuiteTable table = new SuiteTable("t", TaskType.REGRESSION, "y", file);
        assertThatThrownBy(() -> table.check(1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'many', which is no number");
        Files.writeString(file, "x,y\n1,2.5\n2,-1e3\n3,+.5\n");
        assertThatCode(() -> table.check(1)).doesNotThrowAnyException();
    }

    private static SuiteTable binary(Path folder, String... targets) throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv"), "y\n" + String.join("\n", targets) + "\n");
        return new SuiteTable("b", TaskType.BINARY, "y", file);
    }

    @Test
    void whatCannotBeJudgedIsRefusedBeforeLongWork(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "y\n1\n1\n1\n1\n");
        assertThatThrownBy(() -> new SuiteTable("t", TaskType.REGRESSION, "y", file).check(1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is '1' in every row");
        Files.writeString(file, "y\na\nb\nc\nd\n");
        assertThatThrownBy(() -> new SuiteTable("t", TaskType.MULTICLASS, "y", file).check(1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nothing is left to test");
    }

    @Test
    void tooFewRowsOrClassesAreRefusedBeforeLongWork(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> binary(folder, "a", "a", "a").check(1)).hasMessageContaining("has 1 classes");
        assertThatThrownBy(() -> binary(folder, "a", "a", "b", "b", "c", "c").check(1))
                .hasMessageContaining("has 3 classes");
        assertThatThrownBy(() -> binary(folder, "a", "a", "b").check(1))
                .hasMessageContaining("has 1 rows of the class 'b', fewer than the 2");
        SuiteTable four = binary(folder, "a", "b", "a", "b", "a", "b", "a", "b");
        assertThatCode(() -> four.check(4)).doesNotThrowAnyException();
        assertThatThrownBy(() -> four.check(5)).hasMessageContaining("fewer than the 5");
    }

    @Test
    void raggedRowsAreRefused(@TempDir Path folder) throws IOException {
        SuiteTable table = binary(folder, "a", "b", "a,b");
        assertThatThrownBy(() -> table.check(1)).hasMessageContaining("a row of 2 cells, but 1 columns");
    }
}
