package io.automl4j.api.run;

import io.automl4j.api.space.Configuration;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * One trial on the leaderboard.
 *
 * @param trial the number of the trial's request
 * @param learner the name of the learner
 * @param status how it ended, or what was made of others after the search
 * @param score the metric on validation rows, of a refitted model that of those of folds; NaN of what is pruned or failed
 * @param folds the number of folds trained
 * @param weight the share in the ensemble, 0 if not a member
 * @param time how long the trial took
 * @param operationsPerRow elementary operations to predict a row
 * @param configuration the configuration
 * @param message why it failed, of which trials it was made and with how many iterations, or empty
 */
public record LeaderboardRow(
        long trial,
        String learner,
        Status status,
        double score,
        int folds,
        double weight,
        Duration time,
        long operationsPerRow,
        Configuration configuration,
        String message) {

    /** How a trial ended, or what was made of trials after the search. */
    public enum Status {
        /** A trial that has a score. */
        COMPLETED,
        /** A trial that was ended as it was not good enough. */
        PRUNED,
        /** A trial that says why in its message. */
        FAILED,
        /** A model of all rows in place of those of folds. */
        REFITTED,
        /** The model of one fold in place of those of all, where there was no time for one of all rows. */
        ONE_FOLD,
        /** A network that was taught by an ensemble. */
        DISTILLED;

        /**
         * The status of a name.
         *
         * @param label what {@link #label} gives
         * @return the status
         * @throws IllegalArgumentException if there is none of this name; names it
         */
        public static Status named(String label) {
            return Arrays.stream(values())
                    .filter(status -> status.label().equals(label))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("There is no status '%s' of a trial.%nMaybe one of these: %s"
                                    .formatted(
                                            label,
                                            Arrays.stream(values())
                                                    .map(Status::label)
                                                    .toList())));
        }

        /**
         * The name in files and tables.
         *
         * @return lower-case letters
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whether the search tried it.
     *
     * @return false for what was made of its trials afterwards
     */
    public boolean isTried() {
        return status == Status.COMPLETED || status == Status.PRUNED || status == Status.FAILED;
    }

    /**
     * The same trial in another ensemble.
     *
     * @param other its share
     * @return a copy
     */
    public LeaderboardRow withWeight(double other) {
        return new LeaderboardRow(
                trial, learner, status, score, folds, other, time, operationsPerRow, configuration, message);
    }
}
