package io.automl4j.api.learner;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import java.util.Locale;
import java.util.Set;

/**
 * How raw columns become numbers; part of a configuration.
 *
 * @param encoding the overall form
 * @param manyLevels what columns of more than about ten levels become
 * @param impute whether no NaN may remain: missing numbers become the median beside an indicator
 * @param codes whether many levels may become codes, as trees take them, and networks that embed them
 */
public record EncoderSpec(Encoding encoding, ManyLevels manyLevels, boolean impute, boolean codes) {

    /**
     * An encoding whose codes are for trees: in that of networks many levels become columns of the most frequent ones.
     *
     * @param encoding the overall form
     * @param manyLevels what columns of more than about ten levels become
     * @param impute whether no NaN may remain
     */
    public EncoderSpec(Encoding encoding, ManyLevels manyLevels, boolean impute) {
        this(encoding, manyLevels, impute, encoding == Encoding.TREE);
    }

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

    /** What a categorical column of many levels becomes; a hyperparameter of the name {@code many_levels}. */
    public enum ManyLevels {
        /** Codes, as every other categorical column: native categorical splits or ordinal ones. */
        CODES,
        /** Smoothed target statistics, one for each class (one for two classes), cross-fitted, and the level's count. */
        STATISTICS,
        /** Codes beside statistics and counts. */
        BOTH;

        /** A column of more levels than this has many. */
        public static final int MORE_THAN = 10;

        private static final String PARAMETER = "many_levels";

        /**
         * Adds the hyperparameter to a search space, if the table has columns of many levels.
         *
         * @param space a space that is being built, outside any condition
         * @param shape the size of the task
         */
        public static void addTo(SearchSpace.Builder space, TaskShape shape) {
            if (isIn(shape)) {
                space.choice(PARAMETER, "both", "statistics", "codes");
            }
        }

        /**
         * Whether tables of a size have the hyperparameter.
         *
         * @param shape the size of the task
         * @return true if some column has more than {@link #MORE_THAN} levels
         */
        public static boolean isIn(TaskShape shape) {
            return shape.maxLevels() > MORE_THAN;
        }

        /**
         * What a configuration chooses.
         *
         * @param configuration of a space with or without this hyperparameter
         * @return its choice; {@link #BOTH} if it makes none
         */
        public static ManyLevels of(Configuration configuration) {
            return configuration
                    .find(PARAMETER)
                    .map(choice -> valueOf(choice.toString().toUpperCase(Locale.ROOT)))
                    .orElse(BOTH);
        }
    }

    /** The encoding for trees with codes and statistics. */
    public static final EncoderSpec TREE = new EncoderSpec(Encoding.TREE, ManyLevels.BOTH, false);

    /** The encoding for networks, linear models and neighbours. */
    public static final EncoderSpec NETWORK = new EncoderSpec(Encoding.NETWORK, ManyLevels.STATISTICS, true);

    /**
     * The same encoding for a learner that may lack something.
     *
     * @param capabilities what the learner can do by itself
     * @return this, imputed where the learner takes no missing values
     */
    public EncoderSpec suitedTo(Set<Capability> capabilities) {
        return new EncoderSpec(encoding, manyLevels, impute || !capabilities.contains(Capability.MISSING), codes);
    }

    /** Checks that nothing is null. */
    public EncoderSpec {
        requireNonNull(encoding, "encoding");
        requireNonNull(manyLevels, "manyLevels");
    }
}
