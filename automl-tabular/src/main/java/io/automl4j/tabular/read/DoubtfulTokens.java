package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.model.parse.MissingTokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words such as "none", which mean a missing cell among numbers, but are a level among words (and often a class to be
 * predicted). A table decides about each word once: it stays a missing token only where a column needs it to be one.
 */
final class DoubtfulTokens {
    /** No word is doubtful. */
    static final DoubtfulTokens NONE = new DoubtfulTokens(Set.of());

    private static final Set<String> WORDS = Set.of("none", "nil", "missing");

    private final Set<String> words;
    private final MissingTokens recogniser;

    private DoubtfulTokens(Set<String> words) {
        this.words = words;
        this.recogniser = MissingTokens.of(words);
    }

    /** The doubtful words among missing tokens, less those that somebody named as missing. */
    static DoubtfulTokens of(Set<String> tokens, Set<String> named) {
        Set<String> words = new TreeSet<>(WORDS);
        words.retainAll(tokens);
        words.removeIf(word -> named.stream().anyMatch(word::equalsIgnoreCase));
        return new DoubtfulTokens(words);
    }

    Set<String> words() {
        return words;
    }

    boolean contains(char[] text, int offset, int length) {
        return recogniser.contains(text, offset, length);
    }

    /** The words that are levels in the columns looked at. */
    Set<String> levels(List<Optional<ColumnProfile>> profiles, List<ColumnSchema> columns) {
        Set<String> levels = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < profiles.size(); i++) {
            Set<String> target = isOfWords(profiles.get(i), columns.get(i).kind()) ? levels : missing;
            profiles.get(i)
                    .ifPresent(
                            profile -> profile.doubtful().forEach(token -> target.add(token.toLowerCase(Locale.ROOT))));
        }
        levels.removeAll(missing);
        return levels;
    }

    private static boolean isOfWords(Optional<ColumnProfile> profile, ColumnKind kind) {
        boolean empty = profile.isPresent() && profile.get().present() == 0;
        return empty || kind == ColumnKind.CATEGORICAL || kind == ColumnKind.TEXT;
    }
}
