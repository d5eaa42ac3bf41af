package io.automl4j.search;

import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.ArrayList;
import java.util.List;

/**
 * What trials of the first folds would be on all of them. A fold is easier or harder than others, and about alike for all
 * configurations of a learner; without that, those that were looked at on an easy first fold would be taken for better than those that
 * earned all folds.
 */
final class FoldOffsets {
    private final List<Completed> whole = new ArrayList<>();
    private int most;

    /** Takes a trial of whole trainings into account; those of the most folds so far are what others are compared with. */
    void learn(Completed trial) {
        int folds = trial.foldLosses().size();
        boolean defined = trial.foldLosses().stream().allMatch(Double::isFinite);
        if (!defined || folds < most || trial.request().fidelity().iterations() < 1) {
            return;
        }
        if (folds > most) {
            most = folds;
            whole.clear();
        }
        whole.add(trial);
    }

    /**
     * By how much a trial would be worse with all folds, in the mean over trials that have them; 0 for those, and where there are none.
     *
     * @param trial what is known of some folds
     * @return to be added to its loss
     */
    double of(Completed trial) {
        int folds = trial.foldLosses().size();
        return folds >= most
                ? 0
                : whole.stream()
                        .mapToDouble(
                                other -> other.loss() - mean(other.foldLosses().subList(0, folds)))
                        .average()
                        .orElse(0);
    }

    private static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
