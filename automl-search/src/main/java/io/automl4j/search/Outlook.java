package io.automl4j.search;

import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.List;

/**
 * Whether a training that was interrupted can still become as good as the best one of its learner. Ranks of learning
 * curves are best told by their last points; what is extrapolated only says what cannot be reached any more.
 */
final class Outlook {
    private static final int LEAST_POINTS = 4;
    /** So many standard deviations below its forecast a curve may end. */
    private static final double HOPE = 2;

    private double best = Double.POSITIVE_INFINITY;

    /** Takes a full training into account. */
    void learn(Completed trial) {
        if (trial.request().fidelity().iterations() == 1) {
            best = Math.min(
                    best,
                    trial.curve().stream()
                            .mapToDouble(CurvePoint::loss)
                            .filter(Double::isFinite)
                            .min()
                            .orElse(Double.POSITIVE_INFINITY));
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
        return law.at(whole) - HOPE * law.deviation() > best;
    }
}
