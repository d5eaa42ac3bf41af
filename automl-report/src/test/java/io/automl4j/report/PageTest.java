package io.automl4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.report.HtmlTable.Cell;
import io.automl4j.report.HtmlTable.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void aPageIsOneFile() {
        String html = Page.titled("Tables & charts")
                .with("First", new Paragraph("a < b"))
                .with("Second", HtmlTable.of(List.of("name", "value"), List.of(List.of("x", "1.5"))))
                .html();
        assertThat(html)
                .contains("<title>Tables &amp; charts</title>")
                .contains("<h2>First</h2><p>a &lt; b</p>")
                .contains("<td>x</td><td class=\"number\">1.5</td>")
                .contains("Chart.js v4.4.9")
                .doesNotContain("src=\"http")
                .doesNotContain("{body}", "{library}", "{script}", "{style}");
    }

    @Test
    void dataCannotLeaveItsScript() {
        Chart chart = new Chart(
                "t",
                new Chart.Axis("x", Chart.Scale.LINEAR),
                new Chart.Axis("y", Chart.Scale.LOGARITHMIC),
                List.of(new Chart.Series(
                        "</script><b>", Chart.Mark.DOTS, List.of(new Chart.Point(1, 2, "\"quoted\"")))));
        assertThat(chart.html())
                .doesNotContain("</script><b>")
                .contains("<\\/script><b>")
                .contains("\\\"quoted\\\"")
                .contains("\"x\":1.0,\"y\":2.0")
                .contains("\"x\":{\"type\":\"linear\"", "\"y\":{\"type\":\"logarithmic\"");
    }

    @Test
    void aBoundIsADashedLineThatThePointerPasses() {
        Chart.Axis axis = new Chart.Axis("loss", Chart.Scale.LINEAR);
        Chart.Series bound = new Chart.Series("equal", Chart.Mark.DASHES, List.of());
        assertThat(new Chart("t", axis, axis, List.of(bound)).html())
                .contains("\"borderDash\":[6,4]", "\"showLine\":true", "\"pointHitRadius\":0", "class=\"square\"");
    }

    @Test
    void cellsShowTheirToneAndNumbersStandUnderTheirHeads() {
        List<Cell> row = List.of(new Cell("0.5", Tone.BEST), new Cell("a long failure ".repeat(5), Tone.BAD));
        assertThat(new HtmlTable(List.of("loss", "failure"), List.of(row)).html())
                .contains("<th class=\"number\">loss</th><th>failure</th>")
                .contains("<td class=\"number best\">0.5</td><td class=\"long bad\">a long");
    }

    @Test
    void rowsHaveTheLengthOfTheHeader() {
        assertThatThrownBy(() -> HtmlTable.of(List.of("a"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells, the header 1");
    }
}
