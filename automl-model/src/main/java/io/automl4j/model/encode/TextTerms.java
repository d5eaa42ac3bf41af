package io.automl4j.model.encode;

/**
 * Reads a text as terms – words, pairs of words that follow each other, and triples of characters within longer words,
 * all in lower case – each hashed with a seed into one of {@link #BUCKETS} buckets (Weinberger et al. 2009,
 * doi:10.1145/1553374.1553516). Words are runs of letters and digits.
 */
final class TextTerms {
    /** The number of buckets. */
    static final int BUCKETS = 1 << 18;

    private static final int PAIR = 0x9E3779B9;
    private static final int TRIPLE = 0x7F4A7C15;
    private static final int SHORT_WORD = 3;

    private TextTerms() {}

    /** Takes buckets, one for each occurrence of a term. */
    interface Sink {
        void accept(int bucket);
    }

    /** Hands the bucket of every term of a text to a sink. */
    static void read(String text, int seed, Sink sink) {
        int previous = 0;
        int from = nextWord(text, 0);
        while (from < text.length()) {
            int to = wordEnd(text, from);
            int word = word(text, from, to, seed);
            sink.accept(bucket(word));
            if (previous != 0) {
                sink.accept(bucket(mix(previous, word) ^ PAIR));
            }
            for (int at = from; to - from > SHORT_WORD && at + SHORT_WORD <= to; at++) {
                sink.accept(bucket(word(text, at, at + SHORT_WORD, seed) ^ TRIPLE));
            }
            previous = word;
            from = nextWord(text, to);
        }
    }

    /** The number of words of a text. */
    static int words(String text) {
        int words = 0;
        for (int from = nextWord(text, 0); from < text.length(); from = nextWord(text, wordEnd(text, from))) {
            words++;
        }
        return words;
    }

    /** The number of words of a text that begin with a letter. */
    static int names(String text) {
        int names = 0;
        for (int from = nextWord(text, 0); from < text.length(); from = nextWord(text, wordEnd(text, from))) {
            names += Character.isLetter(text.charAt(from)) ? 1 : 0;
        }
        return names;
    }

    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int word(String text, int from, int to, int seed) {
        int hash = seed;
        for (int at = from; at < to; at++) {
            hash = mix(hash, Character.toLowerCase(text.charAt(at)));
        }
        return hash;
    }

    private static int mix(int hash, int value) {
        int mixed = (hash ^ value) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    private static int bucket(int hash) {
        int mixed = hash * 0xC2B2AE35;
        return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1);
    }
}
