package io.automl4j.model.parse;

import java.util.Collection;
import java.util.Locale;

/** Recognises the texts that mean a missing cell. */
public final class MissingTokens {
    private static final int ASCII = 128;

    private final char[][] tokens;
    private final boolean[] starts = new boolean[ASCII];
    private final int longest;
    private final boolean empty;

    private MissingTokens(char[][] tokens, boolean empty) {
        this.tokens = tokens;
        this.empty = empty;
        int length = 0;
        for (char[] token : tokens) {
            length = Math.max(length, token.length);
            starts[Math.min(token[0], ASCII - 1)] = true;
            starts[Math.min(Character.toUpperCase(token[0]), ASCII - 1)] = true;
        }
        this.longest = length;
    }

    /**
     * Recognises the given tokens.
     *
     * @param tokens texts that mean a missing cell; spaces around them and case do not matter
     * @return the recogniser
     */
    public static MissingTokens of(Collection<String> tokens) {
        char[][] letters = tokens.stream()
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .distinct()
                .sorted()
                .map(String::toCharArray)
                .toArray(char[][]::new);
        return new MissingTokens(letters, tokens.stream().anyMatch(String::isBlank));
    }

    /**
     * Whether a text means a missing cell.
     *
     * @param raw the text as written
     * @return true if it is one of the tokens
     */
    public boolean contains(String raw) {
        char[] text = raw.strip().toCharArray();
        return contains(text, 0, text.length);
    }

    /**
     * Whether a slice of an array means a missing cell.
     *
     * @param text the array
     * @param offset where the slice begins, after any spaces
     * @param length the length of the slice
     * @return true if it is one of the tokens
     */
    public boolean contains(char[] text, int offset, int length) {
        if (length == 0) {
            return empty;
        }
        if (length > longest || !starts[Math.min(text[offset], ASCII - 1)]) {
            return false;
        }
        for (char[] token : tokens) {
            if (token.length == length && equal(token, text, offset)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(char[] token, char[] text, int offset) {
        for (int i = 0; i < token.length; i++) {
            if (Character.toLowerCase(text[offset + i]) != token[i]) {
                return false;
            }
        }
        return true;
    }
}
