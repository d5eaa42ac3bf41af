package io.automl4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkReportTest {
    @TempDir
    Path folder;

    private static CellResult cell(String framework, String table, double auc, boolean disturbed, String failure) {
        return new CellResult(
                framework,
                table,
                0,
                1,
                60,
                new Score("roc_auc", auc, Double.NaN),
                0.5,
                new Facts(12.34, 0.5, 2_500_000, List.of()),
                new Usage(1000, 512_000_000, 1, 13, disturbed),
                failure);
    }

    private String page(List<CellResult> results) throws IOException {
        References none = References.read(folder.resolve("none.csv"));
        return BenchmarkReport.page("t", Comparison.of(results, none), results).html();
    }

    @Test
    void ranksFailuresAndDisturbancesAreShown() throws IOException {
        String html = page(List.of(
                cell("a", "one", 0.9, true, ""),
                cell("b", "one", 0.5, false, "exit code 1"),
                cell("a", "two", 0.8, false, ""),
                cell("b", "two", 0.7, true, "no <file>")));
        assertThat(html)
                .contains("Average ranks: a 1.00, b 2.00.")
                .contains("χ² = 2.00 with 1 degrees of freedom, p = 0.157.")
                .contains("<td class=\"number best\">0.10000</td><td class=\"number bad\">0.50000</td>")
                .contains("<td class=\"doubtful\">disturbed</td>", "<td class=\"bad\">exit code 1</td>")
                .contains("<td class=\"doubtful\">a</td>", "<td class=\"bad\">b</td>")
                .contains("<td class=\"bad\">no &lt;file&gt;; disturbed</td>")
                .contains("<td class=\"number\">12.3</td><td class=\"number\">0.21</td><td class=\"number\">500.0</td>"
                        + "<td class=\"number\">2.50</td><td class=\"number\">512.00</td>")
                .contains("No framework tells of its course.");
    }

    @Test
    void aFrameworkAloneIsNotRanked() throws IOException {
        List<CellResult> alone = List.of(cell("a", "one", 0.9, false, ""));
        assertThat(page(alone)).contains("1 tables.");
        assertThat(Comparison.of(alone, new References(List.of())).markdown())
                .doesNotContain("Ranks that differ", "NaN");
    }

    private static CellResult seeded(String framework, String table, long seed, double auc) {
        CellResult cell = cell(framework, table, auc, false, "");
        return new CellResult(
                framework, table, 0, seed, 60, cell.score(), 0.5, cell.facts(), cell.machine(), cell.failure());
    }

    @Test
    void onlyAllTablesWithTwoSeedsGiveAVerdict() {
        References references = new References(List.of(
                new References.Reference("one", "roc_auc", 0.1, "h2o"),
                new References.Reference("two", "roc_auc", 0.1, "h2o")));
        List<CellResult> results = new ArrayList<>();
        for (String table : List.of("one", "two")) {
            for (long seed : List.of(1L, 2L)) {
                results.add(seeded("a", table, seed, 0.9));
                results.add(seeded("b", table, seed, 0.8));
            }
        }
        assertThat(Comparison.of(results, references).verdict("a", "b")).endsWith("better");
        assertThat(Comparison.of(results, references).verdict("b", "a")).endsWith("worse");
        List<CellResult> one = results.subList(0, 4);
        assertThat(Comparison.of(one, references).verdict("a", "b")).contains("no verdict from one seed or some");
        List<CellResult> seed =
                results.stream().filter(result -> result.seed() == 1).toList();
        assertThat(Comparison.of(seed, references).verdict("a", "b")).contains("no verdict from one seed or some");
    }

    @Test
    void aReferenceByAnotherMetricIsNone() {
        References references = new References(List.of(new References.Reference("one", "rmse", 0.1, "h2o")));
        List<CellResult> results = List.of(cell("a", "one", 0.9, false, ""), cell("b", "one", 0.8, false, ""));
        assertThat(Comparison.of(results, references).verdict("a", "b")).startsWith("no reference");
    }
}
