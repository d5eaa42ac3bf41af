package io.automl4j.model.parse;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The two levels of a boolean column, as written in training.
 *
 * @param no the level that stands for false
 * @param yes the level that stands for true
 */
public record BooleanTokens(String no, String yes) {
    private static final List<List<String>> PAIRS = List.of(
            List.of("false", "true"),
            List.of("no", "yes"),
            List.of("f", "t"),
            List.of("n", "y"),
            List.of("off", "on"),
            List.of("0", "1"));

    /**
     * The tokens of a column's format.
     *
     * @param format {@code false|true} such as {@code no|yes}; empty for {@code false|true} itself
     * @return the tokens
     */
    public static BooleanTokens of(String format) {
        int bar = format.indexOf('|');
        return bar < 0
                ? new BooleanTokens("false", "true")
                : new BooleanTokens(format.substring(0, bar), format.substring(bar + 1));
    }

    /**
     * Finds out whether texts are the two levels of a boolean column.
     *
     * @param levels distinct texts; of those that differ in case only, the first counts
     * @return the tokens, or empty if the texts are anything but one of the usual pairs
     */
    public static Optional<BooleanTokens> guess(Collection<String> levels) {
        return PAIRS.stream()
                .filter(pair -> levels.stream().allMatch(level -> pair.contains(lower(level))))
                .map(pair -> new BooleanTokens(first(levels, pair.get(0)), first(levels, pair.get(1))))
                .filter(found -> !found.no().isEmpty() && !found.yes().isEmpty())
                .findFirst();
    }

    private static String first(Collection<String> levels, String token) {
        return levels.stream()
                .filter(level -> lower(level).equals(token))
                .findFirst()
                .orElse("");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * The usual words for truth values.
     *
     * @return the words in lower case
     */
    public static List<String> words() {
        return PAIRS.stream().flatMap(List::stream).toList();
    }

    /**
     * The format that a schema keeps.
     *
     * @return both tokens with a bar between
     */
    public String format() {
        return no + "|" + yes;
    }

    /**
     * The level of a truth value.
     *
     * @param value the truth value
     * @return its level
     */
    public String of(boolean value) {
        return value ? yes : no;
    }

    /**
     * The level that a text means: the same text in another case, or another usual word for it.
     *
     * @param text the text, without spaces around it
     * @return the level, or the text itself if it means neither
     */
    public String canonical(String text) {
        if (text.equalsIgnoreCase(no)) {
            return no;
        }
        if (text.equalsIgnoreCase(yes)) {
            return yes;
        }
        String word = lower(text);
        boolean usual = PAIRS.stream().anyMatch(pair -> pair.equals(List.of(lower(no), lower(yes))));
        if (usual && PAIRS.stream().anyMatch(pair -> pair.get(0).equals(word))) {
            return no;
        }
        return usual && PAIRS.stream().anyMatch(pair -> pair.get(1).equals(word)) ? yes : text;
    }
}
