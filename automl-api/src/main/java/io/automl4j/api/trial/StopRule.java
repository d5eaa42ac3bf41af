package io.automl4j.api.trial;

import java.util.List;

/**
 * When the runner ends a trial as {@link TrialOutcome.Pruned}. Data, so that a runner elsewhere applies it too. The library's own
 * strategies set none: they end trainings between rungs, by what curves forecast. It is for a {@link SearchStrategy} of your own.
 *
 * @param lossAbove a bound for the mean loss of the folds so far, looked at after each fold; infinite for none
 * @param curve bounds for the mean watched loss in the course of training, such as the median of earlier trials (Golovin
 *     et al. 2017, doi:10.1145/3097983.3098043, section 3.5); learners without a curve are not ended by them
 */
public record StopRule(double lossAbove, List<CurveBound> curve) {

    /**
     * A bound for the watched loss.
     *
     * @param iterations where it is looked at, as a share of the learner's full training
     * @param lossAbove the bound
     */
    public record CurveBound(double iterations, double lossAbove) {}

    /** Never prunes. */
    public static final StopRule NEVER = new StopRule(Double.POSITIVE_INFINITY, List.of());

    /** Copies the list. */
    public StopRule {
        curve = List.copyOf(curve);
    }

    /**
     * A bound for the folds alone.
     *
     * @param loss the bound
     * @return the rule
     */
    public static StopRule above(double loss) {
        return new StopRule(loss, List.of());
    }
}
