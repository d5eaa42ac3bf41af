package io.automl4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.report.RankDiagram.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RankDiagramTest {
    private static final double NEMENYI = 1.25;

    /** The ranks of Demšar 2006, table 6, where no two differ by the critical difference. */
    private static final List<Entry> DEMSAR = List.of(
            new Entry("C4.5", 3.143),
            new Entry("C4.5+m", 2.000),
            new Entry("C4.5+cf", 2.893),
            new Entry("both", 1.964));

    @Test
    void ranksAreToldInWordsBestFirst() {
        assertThat(new RankDiagram(DEMSAR, NEMENYI).html())
                .contains("<svg role=\"img\"")
                .contains("aria-label=\"Average ranks: both 1.96, C4.5+m 2.00, C4.5+cf 2.89, C4.5 3.14."
                        + " Critical difference: 1.25. No difference is shown between both, C4.5+m, C4.5+cf, C4.5.\"")
                .contains(">both 1.96</text>", ">3.14 C4.5</text>", ">CD = 1.25</text>");
    }

    @Test
    void onlyTheLargestGroupsAreJoined() {
        List<Entry> entries = List.of(
                new Entry("a", 1.0),
                new Entry("b", 1.9),
                new Entry("c", 2.8),
                new Entry("d", 3.0),
                new Entry("e", 5.0));
        String html = new RankDiagram(entries, 1.5).html();
        assertThat(html.split("class=\"group\"", -1)).hasSize(3);
        assertThat(html).contains("between a, b. No difference is shown between b, c, d.\"");
    }

    @Test
    void theBarIsAsLongAsTheCriticalDifference() {
        String html = new RankDiagram(DEMSAR, NEMENYI).html();
        assertThat(length(html, "difference") / length(html, "axis")).isCloseTo(NEMENYI / 3, within(1e-3));
    }

    @Test
    void aDifferenceBeyondTheAxisIsANumberOnly() {
        assertThat(new RankDiagram(DEMSAR, 4.7).html())
                .contains("CD = 4.70, longer than the axis")
                .doesNotContain("class=\"difference\"");
        assertThat(new RankDiagram(DEMSAR, Double.NaN).html()).doesNotContain("CD =", "class=\"group\"");
    }

    @Test
    void namesCannotLeaveTheirPlace() {
        assertThat(new RankDiagram(List.of(new Entry("\"><script>", 1)), Double.NaN).html())
                .contains("&quot;&gt;&lt;script&gt; 1.00")
                .doesNotContain("<script>");
    }

    @Test
    void ranksAreFromOneToTheNumberOfEntries() {
        assertThatThrownBy(() -> new RankDiagram(List.of(new Entry("a", 1), new Entry("b", 2.1)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'b' is 2.1");
        assertThatThrownBy(() -> new RankDiagram(List.of(new Entry("a", Double.NaN)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double length(String html, String kind) {
        String line = html.substring(html.indexOf("class=\"" + kind + "\""));
        return number(line, "x2") - number(line, "x1");
    }

    private static double number(String line, String attribute) {
        String rest = line.substring(line.indexOf(attribute + "=\"") + attribute.length() + 2);
        return Double.parseDouble(rest.substring(0, rest.indexOf('"')));
    }
}
