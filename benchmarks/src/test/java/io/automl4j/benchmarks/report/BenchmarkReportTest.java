package io.automl4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.Usage;
import java.io.IOException;
import java.nio.file.Path;
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
                .contains("<td class=\"number\">12.3</td><td class=\"number\">500.0</td>"
                        + "<td class=\"number\">2.50</td><td class=\"number\">512.00</td>")
                .contains("No framework tells of its course.");
    }

    @Test
    void tablesThatNobodyHasInCommonHaveNoRanks() throws IOException {
        assertThat(page(List.of(cell("a", "one", 0.9, false, ""), cell("b", "two", 0.5, false, ""))))
                .contains("there are no ranks", "No table has a cell of both.")
                .doesNotContain("rate NaN");
    }
}
