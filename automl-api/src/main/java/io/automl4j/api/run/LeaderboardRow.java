package io.automl4j.api.run;

import io.automl4j.api.space.Configuration;
import java.time.Duration;

/**
 * One trial on the leaderboard.
 *
 * @param trial the number of the trial's request
 * @param learner the name of the learner
 * @param status {@code completed}, {@code pruned} or {@code failed}; {@code refitted} for a model of all rows in place of those of
 *     folds, {@code distilled} for one that was taught by an ensemble
 * @param score the metric on validation rows, of a refitted model that of those of folds; NaN of what is pruned or failed
 * @param folds the number of folds trained
 * @param weight the share in the ensemble, 0 if not a member
 * @param time how long the trial took
 * @param operationsPerRow elementary operations to predict a row
 * @param configuration the configuration
 * @param message why it failed, of which trials it was made, or empty
 */
public record LeaderboardRow(
        long trial,
        String learner,
        String status,
        double score,
        int folds,
        double weight,
        Duration time,
        long operationsPerRow,
        Configuration configuration,
        String message) {

    /**
     * Whether the search tried it.
     *
     * @return false for what was made of its trials afterwards
     */
    public boolean isTried() {
        return !status.equals("refitted") && !status.equals("distilled");
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
