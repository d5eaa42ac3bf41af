package io.automl4j.model.encode;

import io.automl4j.api.table.StringColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The levels that occur in a column of training rows, and how often. */
final class LevelCounts {
    private final List<Level> occurring;
    private final int present;

    private LevelCounts(List<Level> occurring, int present) {
        this.occurring = occurring;
        this.present = present;
    }

    /** A level in how many rows; {@code whole} is the number that it is, infinite if it is none. */
    private record Level(String text, int rows, double whole) {
        /** Numbers by value, other texts after them in the order of their characters. */
        static final Comparator<Level> NATURAL =
                Comparator.comparingDouble(Level::whole).thenComparing(Level::text);

        static final Comparator<Level> FREQUENT =
                Comparator.comparingInt(Level::rows).reversed().thenComparing(NATURAL);
    }

    static LevelCounts of(StringColumn column) {
        int[] rows = new int[column.levels().size()];
        int present = 0;
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != StringColumn.MISSING) {
                rows[code]++;
                present++;
            }
        }
        List<Level> occurring = new ArrayList<>();
        for (int code = 0; code < rows.length; code++) {
            // the dictionary of selected rows may hold levels of other rows
            if (rows[code] > 0) {
                String text = column.levels().get(code);
                occurring.add(new Level(text, rows[code], TextNumberEncoder.whole(text)));
            }
        }
        return new LevelCounts(occurring, present);
    }

    /** The number of levels. */
    int size() {
        return occurring.size();
    }

    /** Rows that are not missing. */
    int present() {
        return present;
    }

    /** Whether a level has two rows on average: what repeats is more than free text. */
    boolean repeats() {
        return 2L * occurring.size() <= present;
    }

    /** All levels in their natural order: names of grades and ranges are often sorted by meaning. */
    List<String> natural() {
        return occurring.stream().sorted(Level.NATURAL).map(Level::text).toList();
    }

    /** Levels of {@code least} rows or more, the most frequent first, at most {@code most}. */
    List<String> frequent(int most, int least) {
        return occurring.stream()
                .filter(level -> level.rows() >= least)
                .sorted(Level.FREQUENT)
                .limit(most)
                .map(Level::text)
                .toList();
    }

    /** For each level of a list in how many rows it occurs; 0 where it does not. */
    int[] rowsOf(LevelIndex index) {
        int[] rows = new int[index.size()];
        for (Level level : occurring) {
            int number = index.number(level.text());
            if (number >= 0) {
                rows[number] = level.rows();
            }
        }
        return rows;
    }

    /**
     * The share of the rows that hold a number somewhere in their text; 0 without rows.
     *
     * @param detached whether numbers directly after a letter are left out
     */
    double shareOfNumbers(boolean detached) {
        long numbers = 0;
        for (Level level : occurring) {
            numbers += TextNumberEncoder.holdsNumber(level.text(), detached) ? level.rows() : 0;
        }
        return present == 0 ? 0 : (double) numbers / present;
    }

    /** The mean number of words of a level that begin with a letter, one in "1197 CC"; 0 without levels. */
    double meanNames() {
        return occurring.stream()
                .mapToInt(level -> TextTerms.names(level.text()))
                .average()
                .orElse(0);
    }
}
