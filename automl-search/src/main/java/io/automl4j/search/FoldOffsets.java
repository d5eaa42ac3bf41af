package io.automl4j.search;

import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What trials of the first folds would be on all of them. A fold is easier or harder than others, and about alike for all
 * configurations of a learner; without that, those that were looked at on an easy first fold would be taken for better than those that
 * earned all folds.
 */
final class FoldOffsets {
    private final int all;
    private final List<Completed> whole = new ArrayList<>();

    /**
     * Nothing known yet.
     *
     * @param all how many folds there are
     */
    FoldOffsets(int all) {
        this.all = all;
    }

    /**
     * Takes a trial into account if it is of whole trainings on all folds.
     *
     * @return how many of these there are now if it is one of them, else 0
     */
    int learn(Completed trial) {
        boolean defined = trial.foldLosses().stream().allMatch(Double::isFinite);
        if (!defined
                || trial.foldLosses().size() < all
                || trial.request().fidelity().iterations() < 1) {
            return 0;
        }
        whole.add(trial);
        return whole.size();
    }

    /**
     * By how much a trial would be worse with all folds, in the mean over trials that have them.
     *
     * @param trial what is known of some folds
     * @return to be added to its loss; empty where no trial tells it
     */
    OptionalDouble of(Completed trial) {
        int folds = trial.foldLosses().size();
        return folds >= all
                ? OptionalDouble.of(0)
                : whole.stream()
                        .mapToDouble(
                                other -> other.loss() - mean(other.foldLosses().subList(0, folds)))
                        .average();
    }

    private static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
