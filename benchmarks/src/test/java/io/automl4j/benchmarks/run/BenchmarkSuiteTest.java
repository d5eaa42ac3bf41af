package io.automl4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.report.BenchmarkReport;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkSuiteTest {
    @TempDir
    Path folder;

    private BenchmarkPlan plan(Duration budget, Framework... frameworks) throws IOException {
        Suite iris = Suite.bundled(folder.resolve("tables")).only(List.of("iris"));
        return new BenchmarkPlan(iris, List.of(frameworks), budget, 1, 1, 1, "500m", folder.resolve("out"), Set.of());
    }

    private Framework named(String name) {
        return Framework.named(name, folder);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void failuresAreRecordedAndStandAtThePrior() throws Exception {
        Framework broken = Framework.external("broken", "false");
        Framework silent = Framework.external("silent", "true");
        List<CellResult> results = BenchmarkSuite.run(
                plan(Duration.ofSeconds(5), named("xgboost"), named("prior"), broken, silent), SuiteProgress.silent());
        assertThat(results).extracting(CellResult::framework).containsExactly("xgboost", "prior", "broken", "silent");
        CellResult boosted = results.get(0);
        CellResult prior = results.get(1);
        assertThat(boosted.failure()).isEmpty();
        assertThat(boosted.score().value()).isLessThan(0.5);
        assertThat(boosted.score().second()).isGreaterThan(0.85);
        assertThat(boosted.facts().fitSeconds()).isPositive();
        assertThat(prior.score().value()).isEqualTo(prior.prior());
        assertThat(results.get(2).failure()).isEqualTo("exit code 1: it wrote nothing");
        assertThat(results.get(2).score().value()).isEqualTo(prior.prior());
        assertThat(results.get(3).failure()).isEqualTo("wrote no predictions.csv");
        Path json = folder.resolve("rows.json");
        ResultJson.write(json, results);
        assertThat(Files.readString(json))
                .contains("\"framework\" : \"broken\"", "\"fold\" : 0", "\"second\" : null", "\"disturbed\" : ");
        assertThat(BenchmarkReport.page(
                                "t", Comparison.of(results, References.read(json.resolveSibling("no.csv"))), results)
                        .html())
                .contains("<h2>xgboost against prior</h2>", "<td>iris</td>", "\"type\":\"scatter\"");
        String text = Comparison.of(results, References.read(folder.resolve("none.csv")))
                .markdown();
        assertThat(text).contains("| iris |", "| failed | cells | 0 | 0 | 1 | 1 |");
    }

    @Test
    void finishedCellsAreNotRunAgain() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        List<CellResult> first = BenchmarkSuite.run(plan, SuiteProgress.silent());
        List<CellResult> again = BenchmarkSuite.run(plan, SuiteProgress.lines(new PrintStream(lines, true, UTF_8)));
        assertThat(again).isEqualTo(first);
        assertThat(lines.toString(UTF_8)).isEqualToIgnoringNewLines("1 cells, 1 of them finished before");
        assertThat(CsvFile.read(folder.resolve("out/rows.csv")).rows()).hasSize(1);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void failedCellsAreRunAgainWhenAskedFor() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), Framework.external("broken", "false"), named("prior"));
        BenchmarkSuite.run(plan, SuiteProgress.silent());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        BenchmarkSuite.run(plan.with(Set.of(Again.FAILED)), SuiteProgress.lines(new PrintStream(told, true, UTF_8)));
        List<String> lines = told.toString(UTF_8).lines().toList();
        assertThat(lines).first().isEqualTo("2 cells, 1 of them finished before");
        assertThat(lines).hasSize(2).last().asString().contains("broken", "FAILED");
        assertThatThrownBy(() -> Again.of("all"))
                .hasMessageContaining("'all'")
                .hasMessageContaining("[failed, disturbed]");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverHangsIsEnded() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(1), Framework.external("hanging", "sleep 600"));
        Cell cell = new Cell(plan.frameworks().get(0), plan.suite().tables().get(0), 0, 1);
        Files.createDirectories(plan.out());
        CellResult result = new CellRunner(plan, Duration.ofSeconds(1)).run(cell);
        assertThat(result.failure()).isEqualTo("killed after 2 s");
        assertThat(result.score().value()).isEqualTo(result.prior());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverPredictsTooFewRowsHasFailed() throws Exception {
        Path few = Files.writeString(folder.resolve("few.csv"), "prediction\n" + "a\n".repeat(9));
        Framework copying = Framework.external("short", "cp %s {predictions}".formatted(few));
        assertThat(BenchmarkSuite.run(plan(Duration.ofSeconds(1), copying), SuiteProgress.silent()))
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).isEqualTo("predictions.csv has 9 rows, not 39."));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverMisbehavesDoesNotEndTheSuite() throws Exception {
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "prediction,probability_a\n" + "a\n".repeat(39));
        List<CellResult> results = BenchmarkSuite.run(
                plan(
                        Duration.ofSeconds(1),
                        Framework.external("absent", "no-such-command {train}"),
                        Framework.external("ragged", "cp %s {predictions}".formatted(ragged)),
                        Framework.external("bytes", "cat /bin/sh /absent"),
                        named("prior")),
                SuiteProgress.silent());
        assertThat(results.get(0).failure()).contains("no-such-command");
        assertThat(results.get(1).failure()).contains("a row of 1 cells");
        assertThat(results.get(2).failure()).startsWith("exit code 1");
        assertThat(results.get(3).succeeded()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void childrenOfWhoeverHangsAreEndedToo() throws Exception {
        Path script = Files.writeString(folder.resolve("hang.sh"), "sleep 613 & sleep 614\n");
        BenchmarkPlan plan = plan(Duration.ofSeconds(1), Framework.external("hanging", "sh " + script));
        Cell cell = new Cell(plan.frameworks().get(0), plan.suite().tables().get(0), 0, 1);
        Files.createDirectories(plan.out());
        assertThat(new CellRunner(plan, Duration.ofSeconds(1)).run(cell).failure())
                .startsWith("killed");
        Processes.awaitNone("613", "614");
    }

    @Test
    void oursRunsWithAPartLeftOut() throws Exception {
        CellResult single = BenchmarkSuite.run(
                        plan(Duration.ofSeconds(8), named("ours-without-ensemble")), SuiteProgress.silent())
                .get(0);
        assertThat(single.failure()).isEmpty();
        assertThat(single.score().value()).isLessThan(single.prior());
        assertThat(single.facts().curve()).isNotEmpty();
        assertThat(single.facts().modelBytes()).isPositive();
        assertThat(single.facts().fitSeconds()).isBetween(0.5, 20.0);
    }

    @Test
    void smilesForestGivesTheSameForASeed() throws Exception {
        CellResult first = BenchmarkSuite.run(plan(Duration.ofSeconds(5), named("smile-rf")), SuiteProgress.silent())
                .get(0);
        assertThat(first.failure()).isEmpty();
        assertThat(first.score().value()).isLessThan(first.prior());
        Files.delete(folder.resolve("out/rows.csv"));
        CellResult again = BenchmarkSuite.run(plan(Duration.ofSeconds(5), named("smile-rf")), SuiteProgress.silent())
                .get(0);
        assertThat(again.score()).isEqualTo(first.score());
    }

    @Test
    void twoRunsDoNotWriteToOneFolder() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        try (Results open = Results.open(plan)) {
            assertThat(open.of(new Cell(named("prior"), plan.suite().tables().get(0), 0, 1)))
                    .isEmpty();
            assertThatThrownBy(() -> BenchmarkSuite.run(plan, SuiteProgress.silent()))
                    .hasMessageContaining("Another run writes to");
        }
        assertThat(BenchmarkSuite.run(plan, SuiteProgress.silent())).hasSize(1);
    }

    @Test
    void whereFilesCannotBeWrittenTheSuiteEndsAndKeepsWhatIsFinished() throws Exception {
        BenchmarkSuite.run(plan(Duration.ofSeconds(5), named("prior")), SuiteProgress.silent());
        Path cells = folder.resolve("out/cells");
        Files.delete(cells);
        Files.createFile(cells);
        assertThatThrownBy(() -> BenchmarkSuite.run(
                        plan(Duration.ofSeconds(5), named("prior"), named("xgboost")), SuiteProgress.silent()))
                .isInstanceOf(IOException.class);
        assertThat(CsvFile.read(folder.resolve("out/rows.csv")).cells("framework"))
                .containsExactly("prior");
    }

    @Test
    void anotherSuiteNeedsAnotherFolder() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        BenchmarkSuite.run(plan, SuiteProgress.silent());
        Suite other = new Suite("other", plan.suite().tables(), Map.of());
        BenchmarkPlan same = new BenchmarkPlan(
                other, plan.frameworks(), plan.budget(), 1, 1, 1, plan.memory(), plan.out(), Set.of());
        assertThatThrownBy(() -> BenchmarkSuite.run(same, SuiteProgress.silent()))
                .hasMessageContaining("suite bundled")
                .hasMessageContaining("suite folder");
    }

    /** Who mends a table and asks again must not be shown what was measured before. */
    @Test
    void anotherTableOfTheSameNameNeedsAnotherFolder() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        BenchmarkSuite.run(plan, SuiteProgress.silent());
        SuiteTable iris = plan.suite().tables().get(0);
        Path other = folder.resolve("other.csv");
        Files.writeString(other, Files.readString(iris.file()) + "1,1,1,1,Iris-setosa\n");
        SuiteTable changed = new SuiteTable(iris.name(), iris.task(), iris.target(), other);
        BenchmarkPlan same = new BenchmarkPlan(
                new Suite(plan.suite().name(), List.of(changed), Map.of()),
                plan.frameworks(),
                plan.budget(),
                1,
                1,
                1,
                plan.memory(),
                plan.out(),
                Set.of());
        assertThatThrownBy(() -> BenchmarkSuite.run(same, SuiteProgress.silent()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another table 'iris'");
    }

    @Test
    void rowsWithoutConditionsAndFilesForFoldersAreRefused() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        BenchmarkSuite.run(plan, SuiteProgress.silent());
        Path conditions = plan.out().resolve("conditions.csv");
        Files.writeString(conditions, "x\n");
        assertThatThrownBy(() -> BenchmarkSuite.run(plan, SuiteProgress.silent()))
                .hasMessageContaining("conditions.csv is damaged");
        Files.delete(conditions);
        assertThatThrownBy(() -> BenchmarkSuite.run(plan, SuiteProgress.silent()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no conditions.csv");
        Path file = Files.createFile(folder.resolve("file"));
        BenchmarkPlan there = new BenchmarkPlan(
                plan.suite(), plan.frameworks(), plan.budget(), 1, 1, 1, plan.memory(), file, Set.of());
        assertThatThrownBy(() -> BenchmarkSuite.run(there, SuiteProgress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a file, but results need a folder");
    }

    @Test
    void aDamagedLineIsNamed() throws Exception {
        BenchmarkPlan plan = plan(Duration.ofSeconds(5), named("prior"));
        BenchmarkSuite.run(plan, SuiteProgress.silent());
        Path rows = folder.resolve("out/rows.csv");
        Files.writeString(rows, Files.readString(rows) + "prior,iris,0\n");
        assertThatThrownBy(() -> BenchmarkSuite.run(plan, SuiteProgress.silent()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("damaged in line 3")
                .hasMessageContaining("Maybe delete that line");
    }

    @Test
    void commandsHaveNamesAndPlaceholdersOfTheirOwn() {
        assertThatThrownBy(() -> Framework.external("ours", "true"))
                .hasMessageContaining("'ours' is a framework already");
        assertThatThrownBy(() -> Framework.external("mine", "run {train} {model}"))
                .hasMessageContaining("no placeholder {model}");
        assertThatThrownBy(() -> Framework.external("mine", " "))
                .hasMessageContaining("The command of 'mine' is empty");
    }

    @Test
    void twoFrameworksOfOneNameAreRefused() {
        assertThatThrownBy(() -> plan(Duration.ofSeconds(5), named("prior"), named("prior")))
                .hasMessageContaining("Two frameworks have one name");
    }

    @Test
    void anotherBudgetNeedsAnotherFolder() throws Exception {
        BenchmarkSuite.run(plan(Duration.ofSeconds(5), named("prior")), SuiteProgress.silent());
        assertThatThrownBy(
                        () -> BenchmarkSuite.run(plan(Duration.ofSeconds(6), named("prior")), SuiteProgress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget_s 5.0")
                .hasMessageContaining("not with budget_s 6.0");
    }

    @Test
    void unknownFrameworksAreNamed() {
        assertThatThrownBy(() -> named("weka"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'weka'");
        assertThatThrownBy(() -> named("ours-without-luck")).hasMessageContaining("ours-without-ensemble");
        assertThatThrownBy(() -> named("h2o@02")).hasMessageContaining("'h2o@02'");
        assertThat(named("ours@02").name()).isEqualTo("ours@02");
        assertThat(Framework.variants())
                .contains("ours-without-xgboost", "ours-without-ensemble", "ours-without-fold-fidelity")
                .doesNotContain("ours-without-prior")
                .allSatisfy(name -> assertThat(named(name).name()).isEqualTo(name));
    }
}
