package io.automl4j.model;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * A member of the ensemble: one configuration, trained on one or more folds, whose predictions are averaged.
 *
 * @param trial the number of the trial it came from
 * @param learner the name of the learner
 * @param weight its share in the ensemble, in (0, 1]
 * @param folds the models, at least one
 */
public record Member(long trial, String learner, double weight, List<FoldModel> folds) {

    /**
     * Copies the models.
     *
     * @throws IllegalArgumentException if there is no model or the weight is not positive
     */
    public Member {
        folds = List.copyOf(folds);
        Checks.argument(!folds.isEmpty(), "Member %d has no model.", trial);
        Checks.in(weight, "weight", Double.MIN_VALUE, 1 + 1e-9);
    }
}
