package io.automl4j.report;

import java.util.List;
import java.util.Locale;

/**
 * A table; cells that begin with a digit, a sign or a point stand right-aligned, and so do the heads of their columns.
 *
 * @param header the heads of the columns
 * @param rows a cell for each column
 */
public record HtmlTable(List<String> header, List<List<Cell>> rows) implements Fragment {
    /** A longer text may break, so that it does not push other columns out of sight. */
    private static final int LONG = 40;

    /** What a cell is worth a look for; shown by a sign too, not by colour alone. */
    public enum Tone {
        /** Nothing. */
        PLAIN,
        /** The best of its kind. */
        BEST,
        /** To be read with caution. */
        DOUBTFUL,
        /** It went wrong. */
        BAD
    }

    /**
     * A cell.
     *
     * @param text its text, empty where nothing is known
     * @param tone what it is worth a look for
     */
    public record Cell(String text, Tone tone) {

        /** A cell like any other. */
        public static Cell plain(String text) {
            return new Cell(text, Tone.PLAIN);
        }

        private boolean isNumber() {
            return !text.isEmpty() && "0123456789+-.−".indexOf(text.charAt(0)) >= 0;
        }

        private String html() {
            String classes = (isNumber() ? "number " : "")
                    + (text.length() > LONG ? "long " : "")
                    + (tone == Tone.PLAIN ? "" : tone.name().toLowerCase(Locale.ROOT));
            return (classes.isEmpty() ? "<td>" : "<td class=\"" + classes.strip() + "\">")
                    + Html.escape(text)
                    + "</td>";
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has another length than the header
     */
    public HtmlTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the header %d: %s".formatted(row.size(), header.size(), row));
            }
        }
    }

    /**
     * A table of plain cells.
     *
     * @param header the heads of the columns
     * @param rows a text for each column
     * @return the table
     */
    public static HtmlTable of(List<String> header, List<List<String>> rows) {
        return new HtmlTable(
                header,
                rows.stream().map(row -> row.stream().map(Cell::plain).toList()).toList());
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            html.append(isNumeric(column) ? "<th class=\"number\">" : "<th>")
                    .append(Html.escape(header.get(column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append(cell.html()));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private boolean isNumeric(int column) {
        return rows.stream().anyMatch(row -> row.get(column).isNumber());
    }
}
