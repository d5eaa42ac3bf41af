package io.automl4j.tabular.read;

import java.util.ArrayList;
import java.util.List;

/**
 * How cells of a CSV file are parted and quoted.
 *
 * @param spaced whether there are spaces between delimiter and quote, which a strict reader would take as text
 */
record Dialect(char delimiter, char quote, boolean spaced) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int MOST_ROWS = 100;

    /** Finds out the dialect of a text by its beginning; a delimiter other than 0 is taken as given. */
    static Dialect guess(String sample, boolean wholeText, char delimiter) {
        Dialect best = new Dialect(delimiter == 0 ? ',' : delimiter, '"', false);
        double most = -1;
        for (char quote : new char[] {'"', '\''}) {
            if (quote == '\'' && !singleQuoted(sample)) {
                continue;
            }
            for (char candidate : delimiter == 0 ? DELIMITERS : new char[] {delimiter}) {
                double score = score(counts(sample, wholeText, candidate, quote));
                if (score > most || (score == most && quote == '\'')) {
                    most = score;
                    best = new Dialect(candidate, quote, spaced(sample, candidate, quote));
                }
            }
        }
        return best;
    }

    /** Whether apostrophes open and close cells, and quotation marks do not. */
    private static boolean singleQuoted(String sample) {
        int opening = 0;
        int closing = 0;
        for (int i = 0; i < sample.length(); i++) {
            if (sample.charAt(i) == '"') {
                return false;
            }
            if (sample.charAt(i) == '\'') {
                opening += i == 0 || isBorder(sample.charAt(i - 1)) ? 1 : 0;
                closing += i == sample.length() - 1 || isBorder(sample.charAt(i + 1)) ? 1 : 0;
            }
        }
        return opening > 0 && closing >= opening;
    }

    private static boolean isBorder(char c) {
        return c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t' || c == '|';
    }

    private static boolean spaced(String sample, char delimiter, char quote) {
        return delimiter != ' ' && sample.contains(delimiter + " " + quote);
    }

    /** The share of rows with as many cells as the header, then the number of cells. */
    private static double score(List<Integer> counts) {
        if (counts.isEmpty() || counts.get(0) < 2) {
            return 0;
        }
        int header = counts.get(0);
        long alike = counts.stream().filter(count -> count == header).count();
        return Math.rint(20.0 * alike / counts.size()) + Math.min(header, 1000) / 1001.0;
    }

    /** The number of cells of each of the first rows. */
    private static List<Integer> counts(String sample, boolean wholeText, char delimiter, char quote) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int cells = 1;
        int from = 0;
        for (int i = 0; i < sample.length() && counts.size() < MOST_ROWS; i++) {
            char c = sample.charAt(i);
            quoted ^= c == quote;
            if (!quoted && c == delimiter) {
                cells++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!sample.substring(from, i).isBlank()) {
                    counts.add(cells);
                }
                cells = 1;
                from = i + 1;
            }
        }
        if ((wholeText || counts.isEmpty()) && from < sample.length()) {
            counts.add(cells);
        }
        return counts;
    }
}
