package io.automl4j.model.encode;

import io.automl4j.api.table.StringColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the levels that an encoder knows. Everything else, missing cells apart, is unseen. */
final class LevelIndex {
    /** The number of a missing cell. */
    static final int MISSING = -1;
    /** The number of a level that is not known. */
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

    List<String> levels() {
        return levels;
    }

    int size() {
        return levels.size();
    }

    /** The number of a level, or {@link #UNSEEN}. */
    int number(String level) {
        Integer number = numbers.get(level);
        return number == null ? UNSEEN : number;
    }

    /** For each row the number of its level, {@link #UNSEEN} or {@link #MISSING}. */
    int[] numbers(StringColumn column) {
        int[] rows = new int[column.size()];
        // few rows of a table with a large dictionary, as of one that was selected from: look up only what they hold
        int[] translated = rows.length < column.levels().size() ? new int[0] : translated(column);
        for (int row = 0; row < rows.length; row++) {
            int code = column.code(row);
            if (code == StringColumn.MISSING) {
                rows[row] = MISSING;
            } else {
                rows[row] = translated.length == 0 ? number(column.levels().get(code)) : translated[code];
            }
        }
        return rows;
    }

    private int[] translated(StringColumn column) {
        int[] translated = new int[column.levels().size()];
        for (int code = 0; code < translated.length; code++) {
            translated[code] = number(column.levels().get(code));
        }
        return translated;
    }
}
