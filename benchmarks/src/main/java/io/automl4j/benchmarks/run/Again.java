package io.automl4j.benchmarks.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which finished cells are run again. */
public enum Again {
    /** Cells whose framework gave no predictions. */
    FAILED {
        @Override
        boolean wants(CellResult result) {
            return !result.succeeded();
        }
    },
    /** Cells that were measured while something else kept the machine busy. */
    DISTURBED {
        @Override
        boolean wants(CellResult result) {
            return result.machine().disturbed();
        }
    };

    abstract boolean wants(CellResult result);

    /**
     * The value of a word.
     *
     * @param word {@code failed} or {@code disturbed}
     * @return the value
     * @throws IllegalArgumentException if the word is another
     */
    public static Again of(String word) {
        List<String> words = Arrays.stream(values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    "Cells to run again are '%s', but must be of %s.".formatted(word, words));
        }
        return values()[words.indexOf(word)];
    }
}
