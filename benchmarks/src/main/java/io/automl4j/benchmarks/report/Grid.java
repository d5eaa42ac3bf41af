package io.automl4j.benchmarks.report;

import io.automl4j.report.HtmlTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of texts that is shown as Markdown and as HTML alike.
 *
 * @param header the heads of the columns
 * @param rows a text for each column
 */
public record Grid(List<String> header, List<List<String>> rows) {

    /** Copies the lists. */
    public Grid {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table as Markdown; the first column stands left, all others right. */
    public String markdown() {
        List<String> rule = header.stream()
                .map(name -> name.equals(header.get(0)) ? "---" : "---:")
                .toList();
        return Stream.concat(Stream.of(header, rule), rows.stream())
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining());
    }

    /** The table as a part of a page. */
    public HtmlTable html() {
        return HtmlTable.of(header, rows);
    }
}
