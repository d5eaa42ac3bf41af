package io.automl4j.model.encode;

import io.automl4j.api.table.StringColumn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the levels that training saw. Everything else, missing cells apart, is unseen. */
final class LevelIndex {
    /** The number of a missing cell. */
    static final int MISSING = -1;
    /** The number of a level that training did not see. */
    static final int UNSEEN = -2;

    private final List<String> levels;
    private final Map<String, Integer> numbers;

    private LevelIndex(List<String> levels) {
        this.levels = List.copyOf(levels);
        this.numbers = new HashMap<>(levels.size() * 2);
        for (int i = 0; i < levels.size(); i++) {
            numbers.put(levels.get(i), i);
        }
    }

    static LevelIndex of(List<String> levels) {
        return new LevelIndex(levels);
    }

    /** The levels that occur, in their natural order: names of grades and ranges are often sorted by meaning. */
    static LevelIndex sorted(StringColumn column) {
        return new LevelIndex(
                counted(column).keySet().stream().sorted(NaturalOrder.INSTANCE).toList());
    }

    /** The levels that occur, the most frequent first, at most {@code most}. */
    static LevelIndex frequent(StringColumn column, int most) {
        return new LevelIndex(counted(column).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(NaturalOrder.INSTANCE)))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList());
    }

    private static Map<String, Integer> counted(StringColumn column) {
        int[] counts = new int[column.levels().size()];
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != StringColumn.MISSING) {
                counts[code]++;
            }
        }
        Map<String, Integer> counted = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                counted.put(column.levels().get(code), counts[code]);
            }
        }
        return counted;
    }

    /** The number of levels that occur. */
    static int occurring(StringColumn column) {
        return counted(column).size();
    }

    List<String> levels() {
        return levels;
    }

    int size() {
        return levels.size();
    }

    /** For each code of the column's dictionary the number of its level, or {@link #UNSEEN}. */
    int[] translate(StringColumn column) {
        int[] translated = new int[column.levels().size()];
        for (int code = 0; code < translated.length; code++) {
            Integer number = numbers.get(column.levels().get(code));
            translated[code] = number == null ? UNSEEN : number;
        }
        return translated;
    }

    static int number(StringColumn column, int[] translated, int row) {
        int code = column.code(row);
        return code == StringColumn.MISSING ? MISSING : translated[code];
    }

    /** Numbers by value, other texts after them in the order of their characters. */
    enum NaturalOrder implements Comparator<String> {
        /** The order. */
        INSTANCE;

        @Override
        public int compare(String a, String b) {
            double x = TextNumberEncoder.whole(a);
            double y = TextNumberEncoder.whole(b);
            int byValue = Double.compare(x, y);
            return byValue != 0 ? byValue : a.compareTo(b);
        }
    }
}
