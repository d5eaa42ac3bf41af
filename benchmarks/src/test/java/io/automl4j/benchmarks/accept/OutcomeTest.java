package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomeTest {
    @TempDir
    Path folder;

    @Test
    void isKeptInAFile() throws IOException {
        Outcome outcome = new Outcome("t", "rmse", 1.5, 2, List.of(60.1, 0.5, 9.0), "");
        Path file = folder.resolve("o.csv");
        assertThat(Outcome.load(file)).isEmpty();
        outcome.save(file);
        assertThat(Outcome.load(file)).contains(outcome);
    }

    @Test
    void knowsTheDirectionOfTheMetric() {
        assertThat(new Outcome("t", "rmse", 1, 2, List.of(), "").atLeastAsGood())
                .isTrue();
        assertThat(new Outcome("t", "roc_auc", 0.8, 0.9, List.of(), "").atLeastAsGood())
                .isFalse();
        assertThat(new Outcome("t", "roc_auc", 0.9, 0.9, List.of(), "").atLeastAsGood())
                .isTrue();
        assertThat(new Outcome("t", "rmse", Double.NaN, 2, List.of(), "no").atLeastAsGood())
                .isFalse();
    }

    @Test
    void figuresSayWhetherTheyHold() {
        assertThat(Figure.atMost("late", 61.2, 61.3, "s").ok()).isFalse();
        assertThat(Figure.atMost("late", 61.2, Double.NaN, "s").ok()).isFalse();
        assertThat(Figure.atLeast("better", 20, 20, 24).toString()).endsWith("ok");
    }
}
