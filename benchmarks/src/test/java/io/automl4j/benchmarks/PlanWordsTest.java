package io.automl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.run.Again;
import io.automl4j.benchmarks.run.BenchmarkPlan;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanWordsTest {
    private static final List<String> QUICK =
            List.of("phoneme", "titanic", "vehicle", "midwest_survey", "wine_quality", "used_cars_cardekho");

    @TempDir
    Path folder;

    private BenchmarkPlan plan(String... words) throws IOException {
        return new PlanWords(
                        new Words(List.of(words), PlanWords.OPTIONS, PlanWords.REPEATABLE, PlanWords.FLAGS), folder)
                .plan();
    }

    private String data(List<String> tables) throws IOException {
        String index = tables.stream()
                .map(name -> "{\"name\": \"%s\", \"task\": \"binary\", \"target\": \"y\", \"file\": \"t.csv\"}"
                        .formatted(name))
                .collect(Collectors.joining(", ", "[", "]"));
        Files.writeString(folder.resolve("index.json"), index);
        Files.writeString(folder.resolve("t.csv"), "x,y\n1,a\n2,b\n");
        return folder.toString();
    }

    private static List<String> names(BenchmarkPlan plan) {
        return plan.frameworks().stream().map(Framework::name).toList();
    }

    @Test
    void theQuickSuiteHasSixTablesAndFifteenSeconds() throws IOException {
        String data = data(Stream.concat(Stream.of("other"), QUICK.stream()).toList());
        BenchmarkPlan plan = plan("--suite", "quick", "--data", data);
        assertThat(plan.suite().tables()).extracting(SuiteTable::name).containsExactlyElementsOf(QUICK);
        assertThat(plan.budget()).isEqualTo(Duration.ofSeconds(15));
        assertThat(names(plan)).containsExactly("ours", "weka-rf", "prior");
        assertThat(plan("--suite", "quick", "--data", data, "--budget", "2m").budget())
                .isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> plan("--suite", "quick")).hasMessageContaining("--data");
        String fewer = data(QUICK.subList(1, 6));
        assertThatThrownBy(() -> plan("--suite", "quick", "--data", fewer)).hasMessageContaining("lacks some of");
    }

    @Test
    void variantsAndCommandsJoinTheFrameworks() throws IOException {
        assertThat(names(plan("--suite", data(QUICK), "--variants")))
                .startsWith("ours")
                .contains("ours-without-ensemble", "ours-without-networks");
        assertThat(names(plan("--suite", folder.toString(), "--command", "mine=run {train} {predictions}")))
                .containsExactly("mine");
        assertThatThrownBy(() -> plan("--suite", folder.toString(), "--command", "run {train}"))
                .hasMessageContaining("NAME=COMMAND");
    }

    @Test
    void syntheticTablesAreWrittenToTheResults() throws IOException {
        Path out = folder.resolve("out");
        BenchmarkPlan plan = plan("--suite", "synthetic", "--out", out.toString(), "--again", "failed,disturbed");
        assertThat(plan.suite().tables()).isNotEmpty().allSatisfy(table -> {
            assertThat(table.file()).startsWith(out).exists();
            assertThat(plan.suite().bayesLosses()).containsKey(table.name());
        });
        assertThat(plan.again()).containsExactlyInAnyOrder(Again.FAILED, Again.DISTURBED);
        assertThat(plan.budget()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whatIsGivenTwiceOrTooSmallIsRefused() {
        assertThatThrownBy(() -> plan("--suite", "quick", "--suite", "bundled"))
                .hasMessageContaining("--suite is given twice");
        assertThatThrownBy(() -> plan("--suite", "bundled", "--memory", "1k")).hasMessageContaining("at least 64m");
        assertThatThrownBy(() -> plan("--siute", "bundled")).hasMessageContaining("--variants");
    }

    @Test
    void numbersOfOpenMlAreChecked() {
        assertThatThrownBy(() -> plan("--suite", "openml:credit-g"))
                .hasMessageContaining("no number of an OpenML task");
    }
}
