package io.automl4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedTest {
    @TempDir
    Path folder;

    private Published published() throws IOException {
        return Published.read(Files.writeString(folder.resolve("published.csv"), """
                dataset (n x p x C),metric,RF 19,acc: RF / H2O 19,H2O 23,AG1.0 5min
                phoneme (5404x6x2),AUC,0.9,0.914 / 0.907,.968,-
                vehicle (846x19x4),logloss,0.4972,0.747 / 0.816,.351,0.2865

                regression dataset,AG1.0 5min RMSE,CatBoost(AG) 4h
                diamonds,509.7,522.3
                """));
    }

    @Test
    void namesAreSpelledOutWithBudgetAndMachine() throws IOException {
        assertThat(published().losses("vehicle", 846))
                .containsExactly(
                        entry("RF (AMLB 2019: 1 h, 8 cores)", 0.4972),
                        entry("H2O (AMLB 2023: 1 h, 8 cores)", 0.351),
                        entry("AutoGluon 1.0 (5min, 8 cores)", 0.2865));
        assertThat(published().losses("diamonds", 53_940))
                .containsOnly(
                        entry("AutoGluon 1.0 (5min, 8 cores)", 509.7),
                        entry("CatBoost alone, by AutoGluon (4h, 8 cores)", 522.3));
    }

    @Test
    void anAreaBecomesALossAndWhatIsNoNumberIsLeftOut() throws IOException {
        Map<String, Double> losses = published().losses("phoneme", 5404);
        assertThat(losses).hasSize(2);
        assertThat(losses.get("H2O (AMLB 2023: 1 h, 8 cores)")).isCloseTo(0.032, within(1e-12));
    }

    @Test
    void aTableOfAnotherSizeIsAnotherTable() throws IOException {
        assertThat(published().losses("vehicle", 840)).isEmpty();
        assertThat(published().losses("unheard-of", 1)).isEmpty();
    }

    @Test
    void aFileOfAnotherFormIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Published.read(other))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("other.csv begins with [a, b]");
    }
}
