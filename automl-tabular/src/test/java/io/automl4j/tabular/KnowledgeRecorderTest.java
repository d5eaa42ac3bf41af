package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Attempt;
import io.automl4j.meta.Experience;
import io.automl4j.meta.Losses;
import io.automl4j.meta.Sketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnowledgeRecorderTest {
    private static final Sketch SKETCH =
            new Sketch(LongStream.range(0, 64).map(hash -> hash << 24).toArray(), List.of(), List.of());
    private static final Sketch ANOTHER =
            new Sketch(LongStream.range(64, 128).map(hash -> hash << 24).toArray(), List.of(), List.of());

    @TempDir
    private Path folder;

    private static Experience experience(Sketch sketch, String metric, int... neighbours) {
        List<Attempt> attempts = new ArrayList<>();
        for (int count : neighbours) {
            attempts.add(new Attempt(
                    "knn",
                    Configuration.of("neighbours", count),
                    Losses.of(Map.of(metric, 0.5)),
                    1,
                    OptionalLong.empty(),
                    List.of()));
        }
        TaskShape shape = new TaskShape(TaskType.BINARY, 100, 2, 3, 0, 0, 0, false);
        return new Experience("t", shape, metric, "5 folds", sketch, Map.of("log_rows", 4.5), attempts);
    }

    private KnowledgeRecorder recorder() {
        return new KnowledgeRecorder(folder.resolve("kb"), "t");
    }

    @Test
    void attemptsAreAddedToThoseThatAreThere() {
        assertThat(recorder().earlier()).isEmpty();

        recorder().add(experience(SKETCH, "roc_auc", 3, 5));
        recorder().add(experience(SKETCH, "roc_auc", 5, 7));

        assertThat(recorder().earlier().orElseThrow().attempts())
                .extracting(attempt -> attempt.configuration().integer("neighbours"))
                .containsExactly(3, 5, 7);
    }

    @Test
    void nothingIsLostWhereRunsEndAtTheSameTime() {
        IntStream.range(0, 16).parallel().forEach(i -> recorder().add(experience(SKETCH, "roc_auc", i + 1)));

        assertThat(recorder().earlier().orElseThrow().attempts())
                .extracting(attempt -> attempt.configuration().integer("neighbours"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void whatDoesNotCompareIsRefused() {
        recorder().check(experience(SKETCH, "roc_auc"));
        recorder().add(experience(SKETCH, "roc_auc", 3));

        recorder().check(experience(SKETCH, "roc_auc"));
        assertThatThrownBy(() -> recorder().check(experience(ANOTHER, "roc_auc")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another table");
        assertThatThrownBy(() -> recorder().check(experience(SKETCH, "log_loss")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("do not compare")
                .hasMessageContaining("log_loss");
    }

    /** Of two runs that began while there was no file the second one ends. */
    @Test
    void whatDoesNotCompareIsNotAddedEither() {
        recorder().add(experience(SKETCH, "roc_auc", 3));

        assertThatThrownBy(() -> recorder().add(experience(ANOTHER, "roc_auc", 5)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another table");
        assertThat(recorder().earlier().orElseThrow().attempts()).hasSize(1);
    }

    @Test
    void namesThatAreNoFilesAreRefused() {
        for (String name : List.of("", ".hidden", "a/b", "a\\b", "wine.jsonl.gz")) {
            assertThatThrownBy(() -> new KnowledgeRecorder(folder, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("name of a table");
        }
    }

    @Test
    void aBuildNamesTheTableThatCannotBeLearned() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,a\n");
        Files.writeString(
                folder.resolve("index.json"),
                "[{\"name\": \"one\", \"file\": \"one.csv\", \"target\": \"y\", \"task\": \"binary\"}]");
        List<KnowledgeBuild.Progress> told = new ArrayList<>();

        new KnowledgeBuild(folder.resolve("kb"), List.of(), 100, Duration.ofMinutes(1), Duration.ofSeconds(1), 1, 1)
                .run(
                        new KnowledgeBuild.Source(folder, Optional.empty(), List.of("one")),
                        Duration.ofMinutes(1),
                        NanoClock.SYSTEM,
                        told::add);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("one");
            assertThat(one.attempts()).isZero();
            assertThat(one.problem()).isNotEmpty();
        });
    }

    @Test
    void aReportNeedsTwoTables() {
        recorder().add(experience(SKETCH, "roc_auc", 3));

        assertThatThrownBy(() ->
                        KnowledgeBuild.report(Optional.of(folder.resolve("kb")), List.of("linear"), problem -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not know two tables");
    }

    @Test
    void aBuildGoesOnAfterANameThatIsNoFileAndAFileThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("index.json"), """
                [{"name": "a/b", "file": "one.csv", "target": "y", "task": "binary"},
                 {"name": "c", "file": "none.csv", "target": "y", "task": "binary"}]
                """);
        List<KnowledgeBuild.Progress> told = new ArrayList<>();

        new KnowledgeBuild(folder.resolve("kb"), List.of(), 100, Duration.ofMinutes(1), Duration.ofSeconds(1), 1, 1)
                .run(
                        new KnowledgeBuild.Source(folder, Optional.empty(), List.of()),
                        Duration.ofMinutes(1),
                        NanoClock.SYSTEM,
                        told::add);

        assertThat(told).hasSize(2).noneMatch(one -> one.problem().isEmpty());
    }

    @Test
    void aBuildRefusesWhatCannotBe() {
        assertThatThrownBy(() -> new KnowledgeBuild(
                        folder, List.of("luck"), 100, Duration.ofMinutes(1), Duration.ofSeconds(1), 1, 1))
                .hasMessageContaining("no learner 'luck'");
        assertThatThrownBy(() ->
                        new KnowledgeBuild(folder, List.of(), 0, Duration.ofMinutes(1), Duration.ofSeconds(1), 1, 1))
                .hasMessageContaining("rows");
        assertThatThrownBy(() -> KnowledgeBuild.report(Optional.of(folder), List.of("luck"), problem -> {}))
                .hasMessageContaining("no learner 'luck'");
    }

    @Test
    void aFolderThatCannotBeIsNamedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        KnowledgeRecorder within = new KnowledgeRecorder(file.resolve("kb"), "t");

        assertThatThrownBy(() -> within.check(experience(SKETCH, "roc_auc")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be written to")
                .hasMessageContaining("Maybe record into another folder");
    }
}
