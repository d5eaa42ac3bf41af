package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.References.Reference;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnsembleRunTest {
    private static final References REFERENCES =
            new References(List.of(new Reference("a", "", 0.1, "h2o"), new Reference("b", "", 0.2, "h2o")));

    @TempDir
    private Path folder;

    private EnsembleRun run(SuiteTable... tables) {
        return new EnsembleRun(List.of(tables), REFERENCES, folder, folder.resolve("record.csv"));
    }

    /** Scores of choices of ensembles. */
    private void record(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("record.csv"),
                "table,seed,choice,metric,score,prior,calibration_error\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void whatIsRecordedIsComparedWithoutBeingRunAgain() throws IOException {
        record(
                "a,1,whole,roc_auc,0.9,0.5,0.02",
                "a,1,plain greedy selection without calibration,roc_auc,0.8,0.5,0.02",
                "a,1,no calibration,roc_auc,0.9,0.5,0.03",
                "a,1,the single best,roc_auc,0.95,0.5,0.02",
                "a,1,fast,roc_auc,0.898,0.5,0.02",
                "b,1,fast,roc_auc,0.8,0.5,0.02",
                "b,1,whole,roc_auc,0.8,0.5,0.02",
                "b,1,plain greedy selection without calibration,roc_auc,0.74,0.5,0.02",
                "b,1,no calibration,roc_auc,0.8,0.5,0.03",
                "b,1,the single best,roc_auc,0.9,0.5,0.02");

        List<Figure> figures = run().figures();

        assertThat(figures).extracting(Figure::ok).containsExactly(false, true, true, true);
        assertThat(figures.get(0).measured()).startsWith("worse");
        assertThat(figures.get(1).measured()).startsWith("better +0.2250");
        assertThat(figures.get(2).measured()).isEqualTo("0.0200");
        assertThat(figures.get(2).wanted()).isEqualTo("< 0.0300 without");
    }

    /** What one choice alone has must not pass for a difference. */
    @Test
    void ofAChoiceThatIsMissingNothingIsTold() throws IOException {
        record("a,1,whole,roc_auc,0.9,0.5,0.02", "a,2,whole,roc_auc,0.9,0.5,0.02", "b,1,fast,roc_auc,0.9,0.5,0.02");

        assertThat(run().figures()).noneMatch(Figure::ok);
    }

    @Test
    void aRecordOfAnotherFormIsRefused() throws IOException {
        Files.writeString(folder.resolve("record.csv"), "table,choice\na,whole\n");

        assertThatThrownBy(() -> run().figures())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("of an earlier form");
    }

    @Test
    void aTableWithoutAReferenceDoesNotCount() throws IOException {
        record("c,1,whole,roc_auc,0.9,0.5,NaN", "c,1,plain greedy selection without calibration,roc_auc,0.8,0.5,NaN");

        assertThat(run().figures()).noneMatch(Figure::ok);
    }

    @Test
    void aTableThatCannotBeLearnedIsNotPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,a\n3,a\n4,a\n5,a\n6,a\n7,a\n8,a\n");

        assertThatThrownBy(() ->
                        run(new SuiteTable("one", TaskType.BINARY, "y", file)).figures())
                .isInstanceOf(DataException.class);
    }
}
