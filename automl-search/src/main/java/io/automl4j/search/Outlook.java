package io.automl4j.search;

import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a training that was interrupted can still become as good as the best one of its learner. Ranks of learning
 * curves are best told by their last points; what is extrapolated only says what cannot be reached any more.
 */
final class Outlook {
    private static final int LEAST_POINTS = 4;
    /** So many standard deviations below its forecast a curve may end. */
    private static final double HOPE = 2;

    /** The lowest watched loss of a full training, by the number of folds whose mean it is. */
    private final Map<Integer, Double> best = new HashMap<>();

    /** Takes a full training into account. */
    void learn(Completed trial) {
        if (trial.request().fidelity().iterations() == 1) {
            trial.curve().stream()
                    .mapToDouble(CurvePoint::loss)
                    .filter(Double::isFinite)
                    .min()
                    .ifPresent(lowest -> best.merge(trial.foldLosses().size(), lowest, Math::min));
        }
    }

    /** Whether even a hopeful forecast ends above the lowest watched loss of a full training. */
    boolean isHopeless(Completed trial) {
        List<CurvePoint> curve = trial.curve().stream()
                .filter(point -> Double.isFinite(point.loss()))
                .toList();
        double share = trial.request().fidelity().iterations();
        if (share == 1 || curve.size() < LEAST_POINTS) {
            return false;
        }
        PowerLaw law = PowerLaw.fit(curve);
        double whole = curve.get(curve.size() - 1).iteration() / share;
        return law.at(whole) - HOPE * law.deviation()
                > best.getOrDefault(trial.foldLosses().size(), Double.POSITIVE_INFINITY);
    }
}
