package io.automl4j.api.trial;

/**
 * When the runner ends a trial as {@link TrialOutcome.Pruned}: after a fold, if the mean loss of the folds so far is
 * above a bound.
 *
 * @param lossAbove the bound; infinite for never
 */
public record StopRule(double lossAbove) {

    /** Never prunes. */
    public static final StopRule NEVER = new StopRule(Double.POSITIVE_INFINITY);
}
