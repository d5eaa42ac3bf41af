package io.automl4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void aPageIsOneFile() {
        String html = Page.titled("Tables & charts")
                .with("First", new Paragraph("a < b"))
                .with("Second", new HtmlTable(List.of("name", "value"), List.of(List.of("x", "1.5"))))
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
                Chart.Form.POINTS,
                "t",
                "x",
                "y",
                List.of(new Chart.Series("</script><b>", List.of(new Chart.Point(1, 2, "\"quoted\"")))));
        assertThat(chart.html())
                .doesNotContain("</script><b>")
                .contains("<\\/script><b>")
                .contains("\\\"quoted\\\"")
                .contains("\"x\":1.0,\"y\":2.0");
    }

    @Test
    void rowsHaveTheLengthOfTheHeader() {
        assertThatThrownBy(() -> new HtmlTable(List.of("a"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells, the header 1");
    }
}
