package io.automl4j.api.learner;

import static java.util.Objects.requireNonNull;

/**
 * How raw columns become numbers; part of a configuration.
 *
 * @param encoding the overall form
 * @param manyLevels what columns of more than about ten levels become
 * @param impute whether no NaN may remain: missing numbers become the median beside an indicator
 */
public record EncoderSpec(Encoding encoding, ManyLevels manyLevels, boolean impute) {

    /** The overall forms. */
    public enum Encoding {
        /** For trees: raw numbers, NaN kept, categories as codes {@code 0 … k-1} and NaN for missing or unseen. */
        TREE,
        /**
         * For networks, linear models and neighbours: numbers robustly scaled and smoothly clipped, missing ones 0
         * beside an indicator; small categories one-hot (two levels: one column of -1 and 1), larger ones as statistics
         * or codes.
         */
        NETWORK
    }

    /** What a categorical column of many levels becomes. */
    public enum ManyLevels {
        /** Codes, as every other categorical column: native categorical splits or ordinal ones. */
        CODES,
        /** Smoothed target statistics, one for each class (one for two classes), cross-fitted, and the level's count. */
        STATISTICS,
        /** Codes beside statistics and counts. */
        BOTH
    }

    /** The encoding for trees with codes and statistics. */
    public static final EncoderSpec TREE = new EncoderSpec(Encoding.TREE, ManyLevels.BOTH, false);

    /** The encoding for networks, linear models and neighbours. */
    public static final EncoderSpec NETWORK = new EncoderSpec(Encoding.NETWORK, ManyLevels.STATISTICS, true);

    /** Checks that nothing is null. */
    public EncoderSpec {
        requireNonNull(encoding, "encoding");
        requireNonNull(manyLevels, "manyLevels");
    }
}
