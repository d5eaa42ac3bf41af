package io.automl4j.report;

import java.util.List;

/**
 * A table; cells that begin with a digit, a sign or a point stand right-aligned.
 *
 * @param header the heads of the columns
 * @param rows a text for each column
 */
public record HtmlTable(List<String> header, List<List<String>> rows) implements Fragment {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has another length than the header
     */
    public HtmlTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the header %d: %s".formatted(row.size(), header.size(), row));
            }
        }
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        header.forEach(cell -> html.append("<th>").append(Html.escape(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append(isNumber(cell) ? "<td class=\"number\">" : "<td>")
                    .append(Html.escape(cell))
                    .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && "0123456789+-.−".indexOf(cell.charAt(0)) >= 0;
    }
}
