package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.model.parse.MissingTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words such as "none", which mean a missing cell among numbers and times, but are a level among words, and often a class
 * to be predicted. A table takes such a word for missing only if no column of words has it.
 */
final class DoubtfulTokens {
    /** No word is doubtful. */
    static final DoubtfulTokens NONE = new DoubtfulTokens(Set.of());

    private static final Set<String> WORDS = Set.of("none", "nil", "missing");

    private final MissingTokens recogniser;

    private DoubtfulTokens(Set<String> words) {
        this.recogniser = MissingTokens.of(words);
    }

    /** The doubtful words, less those that are missing tokens for certain. */
    static DoubtfulTokens beside(Set<String> tokens) {
        Set<String> words = new TreeSet<>(WORDS);
        words.removeIf(word -> tokens.stream().anyMatch(word::equalsIgnoreCase));
        return new DoubtfulTokens(words);
    }

    boolean contains(char[] text, int offset, int length) {
        return recogniser.contains(text, offset, length);
    }

    /** The words that mean a missing cell in the columns looked at. */
    static Set<String> missing(List<Optional<ColumnProfile>> profiles, List<ColumnSchema> columns) {
        Set<String> missing = new TreeSet<>();
        Set<String> levels = new TreeSet<>();
        for (int i = 0; i < profiles.size(); i++) {
            ColumnKind kind = columns.get(i).kind();
            boolean measured = kind == ColumnKind.NUMERIC || kind == ColumnKind.DATETIME;
            profiles.get(i).map(ColumnProfile::doubtful).ifPresent((measured ? missing : levels)::addAll);
        }
        missing.removeAll(levels);
        return missing;
    }
}
