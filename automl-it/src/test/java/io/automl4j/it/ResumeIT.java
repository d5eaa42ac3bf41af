package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeIT {
    private static final int TRIALS = 12;

    @TempDir
    Path folder;

    private static Table table() {
        return SyntheticTables.learnable(TaskType.BINARY, 150, 1).table();
    }

    /** Few starts, so that what is proposed and what goes on have their turn. */
    private AutoMlBuilder builder() {
        return AutoClassifier.builder()
                .learners("linear", "extra_trees", "mlp")
                .validation(Validation.folds(2))
                .without(Part.WARM_START)
                .budget(Budget.trials(TRIALS))
                .strategy("evolution")
                .determinism(Determinism.REPRODUCIBLE);
    }

    /** Where it does not matter what is found. */
    private static AutoMlBuilder brief() {
        return AutoClassifier.builder().learners("linear").budget(Budget.trials(3));
    }

    /** Ends a run as {@code kill -9} would, as far as the folder is concerned: in the middle, without a word. */
    private static final class Killed extends RuntimeException {
        Killed() {
            super("killed");
        }
    }

    private static AutoMlListener killedAfter(int trials) {
        return event -> {
            if (event instanceof AutoMlEvent.TrialEnded ended && ended.trials() == trials) {
                throw new Killed();
            }
        };
    }

    @Test
    void aReproducibleRunIsTheSameWithAnyThreadsAndAfterAnInterruption() throws IOException {
        AutoModel whole = builder().threads(1).build().fit(table());
        assertThat(builder().threads(2).build().fit(table()).digest()).isEqualTo(whole.digest());

        Path run = folder.resolve("run");
        AutoMl killed =
                builder().threads(2).workDirectory(run).listener(killedAfter(7)).build();
        assertThatThrownBy(() -> killed.fit(table())).isInstanceOf(Killed.class);
        AutoMl killedAgain = AutoMl.resuming(run).listener(killedAfter(11)).build();
        assertThatThrownBy(killedAgain::resume).isInstanceOf(Killed.class);
        AutoModel resumed = AutoClassifier.resume(run);
        assertThat(resumed.digest()).isEqualTo(whole.digest());
        assertThat(AutoClassifier.resume(run).digest())
                .as("of a run that was at its end")
                .isEqualTo(whole.digest());
        assertThat(resumed.leaderboard()).hasSameSizeAs(whole.leaderboard());
        assertThat(Files.readString(run.resolve("journal.jsonl")))
                .as("not starts alone")
                .containsPattern("\"operator\":\"(random|GaussianMutator|Mutator)");
    }

    /** Without what is made after the search. */
    private static List<LeaderboardRow> tried(AutoModel model) {
        return model.leaderboard().stream().filter(LeaderboardRow::isTried).toList();
    }

    @Test
    void aFastRunGoesOnWithWhatItHas() throws IOException {
        Path run = folder.resolve("fast");
        AutoMl killed = AutoClassifier.builder()
                .learners("linear", "extra_trees")
                .budget(new Budget(Duration.ofSeconds(20), TRIALS))
                .workDirectory(run)
                .listener(killedAfter(6))
                .build();
        assertThatThrownBy(() -> killed.fit(table())).isInstanceOf(Killed.class);
        List<String> before = Files.readAllLines(run.resolve("journal.jsonl"));
        assertThat(before).hasSize(6);
        AutoModel model = AutoClassifier.resume(run);
        List<String> after = Files.readAllLines(run.resolve("journal.jsonl"));
        assertThat(after.subList(0, 6)).isEqualTo(before);
        assertThat(tried(model)).hasSameSizeAs(after);
        assertThat(model.leaderboard().stream().map(LeaderboardRow::trial)).doesNotHaveDuplicates();
    }

    /** Its time is used up, but choosing an ensemble is not left out. */
    @Test
    void aRunAtItsEndGivesItsEnsembleAgain() {
        Path run = folder.resolve("spent");
        AutoModel first = AutoClassifier.builder()
                .learners("linear", "extra_trees")
                .budget(Duration.ofSeconds(4))
                .workDirectory(run)
                .build()
                .fit(table());
        AutoModel again = AutoClassifier.resume(run);
        assertThat(again.report().score()).isGreaterThanOrEqualTo(first.report().score() - 1e-9);
        assertThat(tried(again)).hasSameSizeAs(tried(first));
    }

    @Test
    void aFolderIsUsedByOneRunAtATimeAndForOneRun() {
        Path run = folder.resolve("busy");
        AutoMl first = brief().workDirectory(run)
                .listener(event -> {
                    if (event instanceof AutoMlEvent.TrialEnded ended && ended.trials() == 2) {
                        assertThatThrownBy(() -> AutoClassifier.resume(run))
                                .isInstanceOf(DataException.class)
                                .hasMessageContaining("Another run uses");
                    }
                })
                .build();
        first.fit(table());
        assertThatThrownBy(() -> brief().workDirectory(run).build().fit(table()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds a run already");
        assertThatThrownBy(() -> AutoClassifier.resume(folder.resolve("nothing")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no run in");
    }

    @Test
    void aRunOfAnotherVersionOrTableIsRefused() throws IOException {
        Path run = folder.resolve("old");
        brief().workDirectory(run).build().fit(table());
        Path settings = run.resolve("run.json");
        String written = Files.readString(settings);
        Files.writeString(settings, written.replaceFirst("\"library\": *\"[^\"]*\"", "\"library\":\"0.0.1\""));
        assertThatThrownBy(() -> AutoClassifier.resume(run)).hasMessageContaining("is of version 0.0.1");
        Files.writeString(settings, written.replaceFirst("\"data\": *\"[^\"]*\"", "\"data\":\"00\""));
        assertThatThrownBy(() -> AutoClassifier.resume(run)).hasMessageContaining("of the run");
        Files.delete(run.resolve("journal.jsonl"));
        assertThatThrownBy(() -> AutoClassifier.resume(run)).hasMessageContaining("is not that of its run");
    }

    @Test
    void aReproducibleRunDoesNotEndByTime() {
        assertThatThrownBy(() -> builder().budget(Duration.ofSeconds(5)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe take Budget.trials");
    }

    @Test
    void whatWasRefusedMayBeMendedInTheSameFolder() {
        Path run = folder.resolve("run");
        AutoMl wrong =
                brief().workDirectory(run).classWeights(Map.of("nobody", 2.0)).build();
        assertThatThrownBy(() -> wrong.fit(table()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nobody");
        AutoModel mended = brief().workDirectory(run).build().fit(table());
        assertThat(AutoClassifier.resume(run).leaderboard()).hasSameSizeAs(mended.leaderboard());
    }

    @Test
    void aJournalOfALearnerThatIsNotThereIsRefused() throws IOException {
        Path run = folder.resolve("run");
        brief().workDirectory(run).build().fit(table());
        Path journal = run.resolve("journal.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replaceAll("\"learner\":\"linear\"", "\"learner\":\"banana\""));
        assertThatThrownBy(() -> AutoClassifier.resume(run))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is of learner 'banana', which is not there");
    }
}
