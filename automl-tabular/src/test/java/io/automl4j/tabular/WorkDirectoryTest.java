package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.file.Node;
import io.automl4j.testkit.SyntheticTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WorkDirectoryTest {
    private static final Table TABLE =
            SyntheticTables.learnable(TaskType.BINARY, 20, 1).table();

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void choose() {
        folder = parent.resolve("deep/run");
    }

    private WorkDirectory begin() {
        return WorkDirectory.begin(folder, TABLE, new Node().put("seed", 7).put("data", "0123456789abcdef0123"));
    }

    @Test
    void keepsTableAndSettings() {
        begin().close();
        assertThat(WorkDirectory.settings(folder).integer("seed")).isEqualTo(7);
        try (WorkDirectory again = WorkDirectory.again(folder)) {
            assertThat(Fingerprints.of(again.table())).isEqualTo(Fingerprints.of(TABLE));
            assertThat(again.log().earlier()).isEmpty();
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        folder = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(this::begin)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> WorkDirectory.settings(parent.resolve("nothing")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no run in");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatCannotBeWrittenIsNamed() {
        folder = Path.of("/proc/automl4j-run");
        assertThatThrownBy(this::begin)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The work directory '/proc/automl4j-run' cannot be made");
    }

    @Test
    void aJournalIsNotAdoptedByANewRun() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("journal.jsonl"), "");
        assertThatThrownBy(this::begin).isInstanceOf(DataException.class).hasMessageContaining("holds a run already");
    }

    @Test
    void isUsedByOneAtATime() {
        WorkDirectory first = begin();
        assertThatThrownBy(() -> WorkDirectory.again(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Another run uses");
        first.close();
        WorkDirectory.again(folder).close();
    }

    @Test
    void holdsOneRun() {
        begin().close();
        assertThatThrownBy(this::begin).isInstanceOf(DataException.class).hasMessageContaining("holds a run already");
        WorkDirectory.again(folder).close();
    }

    @Test
    void whatWasDiscardedMayBeBegunAgain() {
        try (WorkDirectory refused = begin()) {
            refused.discard();
        }
        assertThatThrownBy(() -> WorkDirectory.again(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no run in");
        begin().close();
    }

    @Test
    void whatIsDamagedOrOfAnotherVersionIsRefused() throws IOException {
        begin().close();
        Path settings = folder.resolve("run.json");
        String written = Files.readString(settings);
        Files.writeString(settings, written.substring(9));
        assertThatThrownBy(() -> WorkDirectory.again(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is damaged");
        Files.writeString(settings, written.replaceFirst("\"version\" *: *1", "\"version\":99"));
        assertThatThrownBy(() -> WorkDirectory.again(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Maybe resume it with the version that began it");
    }
}
