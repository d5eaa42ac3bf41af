package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnowledgeBaseTest {
    @TempDir
    private Path folder;

    private final List<DataException> problems = new ArrayList<>();

    private void write(String name) throws IOException {
        Experience experience = Experiences.of(name, 1, Map.of(1, 0.25, 2, 0.5));
        Files.write(folder.resolve(name + ExperienceFile.SUFFIX), ExperienceFile.toBytes(experience));
    }

    @Test
    void aDamagedFileCostsThatTableAlone() throws IOException {
        write("b");
        write("a");
        Files.writeString(folder.resolve("c" + ExperienceFile.SUFFIX), "half");
        Files.writeString(folder.resolve("notes.txt"), "whatever");

        KnowledgeBase base = KnowledgeBase.read(folder, problems::add);

        assertThat(base.experiences()).extracting(Experience::table).containsExactly("a", "b");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).hasMessageContaining("c.jsonl.gz");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> KnowledgeBase.read(folder.resolve("none"), problems::add))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("automl portfolio build");
    }
}
