package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLogTest {
    private static final int FOLDS = 2;
    private static final String RUN = "0.1.0 of 0123456789abcdef";

    @TempDir
    Path folder;

    private static TrialResult completed(long id) {
        TrialRequest request =
                TrialRequest.of(id, "a", Configuration.of("x", 0.1 * id), Fidelity.full(FOLDS), Long.MIN_VALUE);
        TrialOutcome outcome = new TrialOutcome.Completed(
                request, 0.5, 0.5, List.of(0.4, 0.6), List.of(1, 1), List.of(), Cost.of(Duration.ofMillis(id)));
        return new TrialResult(
                outcome,
                IntStream.range(0, FOLDS)
                        .mapToObj(fold -> new FoldArtifact(
                                fold, block(id, fold), block(fold, fold), fold == 0 ? Block.EMPTY : block(id, id)))
                        .toList());
    }

    private static Block block(long... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Block.of(content);
    }

    private static TrialResult failed(long id) {
        TrialRequest request = TrialRequest.of(id, "a", Configuration.EMPTY, Fidelity.full(FOLDS), 1);
        return new TrialResult(
                new TrialOutcome.Failed(request, Stage.TRAIN, "E", "two\nlines", Cost.of(Duration.ZERO)), List.of());
    }

    private void write(long... ids) throws IOException {
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            for (long id : ids) {
                log.append(id % 2 == 0 ? failed(id) : completed(id), Duration.ofSeconds(id));
            }
        }
    }

    private static void assertSame(TrialResult one, TrialResult other) {
        assertThat(one.outcome()).isEqualTo(other.outcome());
        assertThat(one.artifacts()).hasSameSizeAs(other.artifacts());
        for (int i = 0; i < one.artifacts().size(); i++) {
            FoldArtifact read = one.artifacts().get(i);
            FoldArtifact written = other.artifacts().get(i);
            assertThat(read.fold()).isEqualTo(written.fold());
            assertThat(read.predictions().buffer())
                    .isEqualTo(written.predictions().buffer());
            assertThat(read.model().buffer()).isEqualTo(written.model().buffer());
            assertThat(read.checkpoint().buffer())
                    .isEqualTo(written.checkpoint().buffer());
        }
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        write(1, 2, 3);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.spent()).isEqualTo(Duration.ofSeconds(3));
            assertThat(log.earlier()).hasSize(3);
            assertSame(log.earlier().get(0), completed(1));
            assertSame(log.earlier().get(1), failed(2));
            assertSame(log.earlier().get(2), completed(3));
        }
    }

    @Test
    void theTimeOfWhatAKillCutsOffCounts() throws IOException {
        write(1);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            log.spend(Duration.ofSeconds(5));
            log.spend(Duration.ofMillis(5_900));
        }
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.spent()).isEqualTo(Duration.ofSeconds(5));
            assertThat(log.earlier()).hasSize(1);
        }
        Files.writeString(folder.resolve("spent"), "PT");
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.spent()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void theJournalOfAnotherRunIsRefused() throws IOException {
        write(1);
        assertThatThrownBy(() -> FolderLog.open(folder, "0.1.0 of another table"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Line 1 of")
                .hasMessageContaining(RUN)
                .hasMessageContaining("0.1.0 of another table");
    }

    @Test
    void aNewFolderHasNothing() throws IOException {
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier()).isEmpty();
            assertThat(log.spent()).isZero();
        }
    }

    @Test
    void aLineThatWasCutOffIsAsIfItHadNotBeen() throws IOException {
        write(1, 3);
        Path journal = folder.resolve("journal.jsonl");
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier()).hasSize(1);
            log.append(completed(5), Duration.ofSeconds(9));
        }
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier())
                    .extracting(result -> result.outcome().request().id())
                    .containsExactly(1L, 5L);
        }
    }

    @Test
    void aLineMayBeCutOffWithinACharacter() throws IOException {
        write(1);
        Path journal = folder.resolve("journal.jsonl");
        byte[] half = {'{', '"', (byte) 0xe2, (byte) 0x82};
        Files.write(journal, half, StandardOpenOption.APPEND);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier()).hasSize(1);
            log.append(completed(3), Duration.ofSeconds(9));
        }
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier()).hasSize(2);
        }
    }

    @Test
    void whatTakesThePlaceOfAnOutcomeIsKeptInstead() throws IOException {
        write(1, 2, 3);
        TrialRequest other = completed(1).outcome().request().withOrigin(Origin.of("random"));
        TrialOutcome later = new TrialOutcome.Pruned(other, 0.5, Cost.of(Duration.ofSeconds(1)));
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            log.append(failed(2), Duration.ofSeconds(4));
            log.append(new TrialResult(later, List.of()), Duration.ofSeconds(5));
        }
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(4);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier()).hasSize(3);
            assertThat(log.earlier().get(0).outcome()).isEqualTo(later);
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        write(1, 3);
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"learner\"", "\"lerner\""));
        assertThatThrownBy(() -> FolderLog.open(folder, RUN))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Line 1 of")
                .hasMessageContaining("Maybe remove it");
    }

    @Test
    void damagedArtifactsAreNotTrusted() throws IOException {
        write(1, 3);
        Path artifact = folder.resolve("artifacts/1/0");
        byte[] bytes = Files.readAllBytes(artifact);
        bytes[5]++;
        Files.write(artifact, bytes);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            GuardedLog guarded = new GuardedLog(log, warning -> {});
            assertThat(guarded.earlier().get(0).artifacts()).isEmpty();
            assertThat(guarded.earlier().get(1).artifacts()).hasSize(FOLDS);
            assertThat(guarded.warnings().get(0).message())
                    .contains("the trials [1] left")
                    .contains("is damaged");
        }
    }

    @Test
    void whereNothingIsLeftThatIsSaid() throws IOException {
        write(1, 3);
        for (long trial : new long[] {1, 3}) {
            new ArtifactFiles(folder.resolve("artifacts")).delete(trial);
        }
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            GuardedLog guarded = new GuardedLog(log, warning -> {});
            assertThat(guarded.earlier()).hasSize(2);
            assertThat(guarded.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.message()).contains("keeps nothing of the 2 trials"));
        }
    }

    @Test
    void artifactsThatCannotBeReadAreNotThere() throws IOException {
        write(1, 3);
        Path artifact = folder.resolve("artifacts/1/0");
        Files.delete(artifact);
        Files.createDirectory(artifact);
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            assertThat(log.earlier().get(0).artifacts()).isEmpty();
            assertThat(log.earlier().get(1).artifacts()).hasSize(FOLDS);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreIsDeleted() throws IOException {
        try (FolderLog log = FolderLog.open(folder, RUN)) {
            log.append(completed(1), Duration.ZERO);
            log.append(completed(3), Duration.ZERO);
            log.settle(1, Set.of(1L, 3L));
            log.settle(3, Set.of(3L));
        }
        assertThat(folder.resolve("artifacts/1")).doesNotExist();
        assertThat(folder.resolve("artifacts/3/1")).exists();
    }

    @Test
    void aResultIsKeptOnce() throws IOException {
        write(1, 1);
        write(1);
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), "", StandardOpenOption.CREATE);
        Files.delete(folder.resolve("journal.jsonl"));
        Files.createDirectory(folder.resolve("journal.jsonl"));
        assertThatThrownBy(() -> FolderLog.open(folder, RUN)).hasMessageContaining(folder.toString());
    }
}
