package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.search.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandidateTest {
    private static final LearnerProvider MINE = new Priced("mine", 1);

    @TempDir
    private Path folder;

    private static Candidate of(long seconds, String... tables) {
        return new Candidate("mine", Configuration.of("seconds", seconds), List.of(tables));
    }

    @Test
    void namesAreTheSameWithoutSignsAndWhereOneBeginsTheOther() {
        Candidate candidate = of(7, "California", "red");

        assertThat(candidate.wasTunedOn("california_housing")).isTrue();
        assertThat(candidate.wasTunedOn("Cali-fornia")).isTrue();
        assertThat(candidate.wasTunedOn("red")).isTrue();
        assertThat(candidate.wasTunedOn("redwood")).isFalse();
        assertThat(candidate.wasTunedOn("diamonds")).isFalse();
    }

    @Test
    void aFileGivesBackWhatItGot() throws IOException {
        List<Candidate> candidates = List.of(of(7, "a", "b"), of(8));
        Files.writeString(folder.resolve(CandidateFile.NAME), CandidateFile.text(candidates));

        assertThat(CandidateFile.read(folder)).isEqualTo(candidates);
        assertThat(KnowledgeBase.read(folder, problem -> {}).candidates()).isEqualTo(candidates);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        refused("{\"automl4j-candidates\": 1, \"candidates\": [{\"learner\": \"mine\"}]}", "configuration");
        refused("{\"automl4j-candidates\": 1, \"candidates\": [{", "no JSON at line 1");
    }

    @Test
    void aFileOfAnotherVersionIsNamed() throws IOException {
        refused("{\"automl4j-candidates\": 2, \"candidates\": []}", "version 2, and this library reads version 1");
        refused("[{\"learner\": \"mine\"}]", "automl4j-candidates");
    }

    private void refused(String text, String why) throws IOException {
        Files.writeString(folder.resolve(CandidateFile.NAME), text);

        assertThatThrownBy(() -> CandidateFile.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("candidates.json")
                .hasMessageContaining(why)
                .hasMessageContaining("Maybe");
    }

    @Test
    void candidatesAreTriedBesideTheDesign() {
        Candidate other = new Candidate("other", Configuration.EMPTY, List.of());

        assertThat(Design.of(List.of(MINE), List.of(of(7), other), Experiences.SHAPE, Duration.ofHours(1)))
                .contains(new Start("mine", Configuration.of("seconds", 7)))
                .allMatch(start -> start.learner().equals("mine"));
    }

    @Test
    void ofTheTableItWasTunedOnACandidateSaysNothing() {
        Recipes recipes = new Recipes(List.of(
                new Recipe.Published(MINE, of(7, "alpha")), new Recipe.Published(MINE, of(8, "somewhere else"))));
        Experience table = Experiences.of("alpha", 1, Map.of(7, 0.1, 8, 0.2, 9, 0.3));

        RegretMatrix matrix = RegretMatrix.of(recipes, List.of(table), MetricFamily.RANKS);

        assertThat(matrix.regret()[0][0]).isEqualTo(1);
        assertThat(matrix.regret()[0][1]).isEqualTo(1);
        assertThat(matrix.losses()[0][0]).isNaN();
        assertThat(matrix.losses()[0][1]).isEqualTo(0.2);
    }
}
