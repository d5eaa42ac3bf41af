package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.space.Configuration;
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
    void damagedCandidatesCostThemselvesAlone() throws IOException {
        write("a");
        Files.writeString(folder.resolve(CandidateFile.NAME), "[{");

        KnowledgeBase base = KnowledgeBase.read(folder, problems::add);

        assertThat(base.experiences()).hasSize(1);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).hasMessageContaining(CandidateFile.NAME).hasMessageContaining("Maybe");
    }

    @Test
    void ofATableThatBothKnowTheOtherCounts() {
        KnowledgeBase base = new KnowledgeBase(
                List.of(Experiences.of("a", 1, Map.of(1, 0.25)), Experiences.of("b", 1, Map.of(1, 0.25))));
        Experience again = Experiences.of("a", 1, Map.of(2, 0.5));

        List<Experience> both = base.and(new KnowledgeBase(List.of(again))).experiences();

        assertThat(both).extracting(Experience::table).containsExactly("b", "a");
        assertThat(both.get(1)).isSameAs(again);
    }

    @Test
    void ofATableThatBothKnowTheOneThatTriedMoreCounts() {
        Experience much = Experiences.of("a", 1, Map.of(1, 0.25, 2, 0.5));
        Experience little = Experiences.of("a", 1, Map.of(3, 0.1));

        assertThat(new KnowledgeBase(List.of(much))
                        .and(new KnowledgeBase(List.of(little)))
                        .experiences())
                .containsExactly(much);
        assertThat(new KnowledgeBase(List.of(little))
                        .and(new KnowledgeBase(List.of(much)))
                        .experiences())
                .containsExactly(much);
    }

    @Test
    void aFolderWithoutFilesIsToldOf() {
        assertThat(KnowledgeBase.read(folder, problems::add).experiences()).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).hasMessageContaining("has no file of a knowledge base");
    }

    @Test
    void candidatesThatWereTunedOnATableAreLeftOutWithIt() {
        Experience own = Experiences.of("adult", 1, Map.of(1, 0.25));
        Candidate there = new Candidate("mlp", Configuration.of("layers", 2), List.of("adult"));
        Candidate elsewhere = new Candidate("mlp", Configuration.of("layers", 3), List.of("higgs"));
        KnowledgeBase base =
                new KnowledgeBase(List.of(own, Experiences.of("b", 1, Map.of(1, 0.25))), List.of(there, elsewhere));

        KnowledgeBase others = base.excludeSimilarTo(own.sketch());

        assertThat(others.experiences()).extracting(Experience::table).containsExactly("b");
        assertThat(others.candidates()).containsExactly(elsewhere);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> KnowledgeBase.read(folder.resolve("none"), problems::add))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("automl portfolio build");
    }
}
