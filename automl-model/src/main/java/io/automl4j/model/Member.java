package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * A trial's models within the ensemble. A member predicts the mean of its folds.
 *
 * @param trial the number of the trial
 * @param learner the name of the learner
 * @param weight the share in the ensemble; the shares of all members sum to 1
 * @param folds one model for each fold, or one of all rows
 */
public record Member(long trial, String learner, double weight, List<FoldModel> folds) {

    /**
     * Copies the folds.
     *
     * @throws IllegalArgumentException if there is no fold or the weight lies outside [0,1]
     */
    public Member {
        requireNonNull(learner, "learner");
        Checks.in(weight, "weight", 0, 1 + ModelParts.ROUNDING);
        folds = List.copyOf(folds);
        Checks.argument(!folds.isEmpty(), "Member %d (%s) has no model.", trial, learner);
    }

    Member withWeight(double other) {
        return new Member(trial, learner, other, folds);
    }
}
