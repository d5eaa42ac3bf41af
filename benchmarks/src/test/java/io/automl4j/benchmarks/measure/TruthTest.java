package io.automl4j.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TruthTest {
    @TempDir
    Path folder;

    private double score(TaskType task, List<String> truth, List<String> predictions) throws IOException {
        Path file = Files.write(folder.resolve("p.csv"), predictions);
        List<String> targets = truth.subList(1, truth.size());
        return Truth.of(task, targets, targets).score(file).value();
    }

    @Test
    void twoClassesAreRankedByTheSecondWhateverTheOrderOfColumns() throws IOException {
        List<String> truth = List.of("y", "no", "yes", "no", "yes");
        List<String> predictions = List.of(
                "prediction,probability_yes,probability_no", "no,0.1,0.9", "yes,0.9,0.1", "yes,0.6,0.4", "no,0.5,0.5");
        assertThat(score(TaskType.BINARY, truth, predictions)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void logLossIsCut() throws IOException {
        List<String> truth = List.of("y", "a", "b", "c");
        List<String> predictions =
                List.of("prediction,probability_a,probability_b,probability_c", "a,1,0,0", "b,0,1,0", "a,1,0,0");
        assertThat(score(TaskType.MULTICLASS, truth, predictions)).isCloseTo(-Math.log(1e-7) / 3, within(1e-5));
    }

    @Test
    void numbersAreSquared() throws IOException {
        assertThat(score(TaskType.REGRESSION, List.of("y", "1", "2"), List.of("prediction", "4", "6")))
                .isCloseTo(Math.sqrt(12.5), within(1e-9));
    }

    @Test
    void missingRowsAreNoticed() {
        assertThatThrownBy(() -> score(TaskType.REGRESSION, List.of("y", "1", "2"), List.of("prediction", "4")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1 rows, not 2");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> score(TaskType.REGRESSION, List.of("y", "1"), List.of("value", "4")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no column 'prediction', but [value]");
        assertThatThrownBy(() -> score(TaskType.REGRESSION, List.of("y", "1"), List.of("prediction", "nan")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'nan' is no prediction");
    }

    @Test
    void aClassThatWasNotLearnedHasTheProbabilityZero() throws IOException {
        Path file = Files.write(
                folder.resolve("p.csv"), List.of("prediction,probability_a,probability_b", "a,0.5,0.5", "b,0.5,0.5"));
        Truth truth = Truth.of(TaskType.MULTICLASS, List.of("a", "b", "c"), List.of("a", "c"));
        assertThat(truth.score(file).value()).isCloseTo((Math.log(2) - Math.log(1e-7)) / 2, within(1e-5));
    }

    @Test
    void aClassThatNoTestedRowHasMayBePredictedAllTheSame() throws IOException {
        Path file = Files.write(
                folder.resolve("p.csv"),
                List.of("prediction,probability_a,probability_b,probability_c", "c,0.3,0.2,0.5", "b,0.2,0.5,0.3"));
        Truth truth = Truth.of(TaskType.MULTICLASS, List.of("a", "b", "c"), List.of("a", "b"));
        assertThat(truth.score(file).second()).isEqualTo(0.5);
    }

    @Test
    void whatIsNoPredictionIsRefused() {
        List<String> truth = List.of("y", "a", "b");
        assertThatThrownBy(() -> score(TaskType.BINARY, truth, List.of("prediction,probability_a", "a", "b,0.1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a row of 1 cells, but 2 columns: [a]");
        assertThatThrownBy(() -> score(TaskType.BINARY, truth, List.of("prediction", "a", "b")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column 'probability_a'");
        assertThatThrownBy(() -> score(TaskType.REGRESSION, List.of("y", "1"), List.of("prediction", "NaN")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'NaN' is no prediction");
    }

    @Test
    void probabilitiesSumToOne() {
        List<String> predictions = List.of("prediction,probability_a,probability_b", "a,3,3", "b,0.2,0.8");
        assertThatThrownBy(() -> score(TaskType.BINARY, List.of("y", "a", "b"), predictions))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the probabilities of row 1 sum to 6.0000");
    }

    @Test
    void anAreaOfOneClassIsNoScore() {
        List<String> predictions = List.of("prediction,probability_a,probability_b", "a,0.7,0.3", "b,0.2,0.8");
        Truth truth = Truth.of(TaskType.BINARY, List.of("a", "b"), List.of("a", "a"));
        assertThatThrownBy(() -> truth.score(Files.write(folder.resolve("p.csv"), predictions)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'roc_auc' is not defined");
    }
}
