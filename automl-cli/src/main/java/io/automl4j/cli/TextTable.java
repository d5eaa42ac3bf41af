package io.automl4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table in plain text.
 *
 * @param leftAligned how many columns at the start are aligned to the left; the others hold numbers
 * @param header the names of the columns
 */
record TextTable(int leftAligned, List<String> header) {

    /** The lines: header first, columns wide enough for their cells. */
    List<String> lines(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        int[] widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            String cell = column < leftAligned ? row.get(column) + padding : padding + row.get(column);
            line.append(column == 0 ? "" : "  ").append(cell);
        }
        return line.toString().stripTrailing();
    }
}
