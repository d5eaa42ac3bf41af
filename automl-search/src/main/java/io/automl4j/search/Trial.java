package io.automl4j.search;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A completed trial as a strategy sees it.
 *
 * @param outcome how it ended
 * @param point where its configuration lies in the cube of its learner
 * @param values what is to be small, the loss first; all finite
 * @param rung how far it went, counted on the longest ladder
 * @param key what tells its configuration from those of all learners, and is the same at all fidelities
 */
record Trial(TrialOutcome.Completed outcome, List<Double> point, List<Double> values, int rung, String key) {

    /** Copies the lists. */
    Trial {
        point = List.copyOf(point);
        values = List.copyOf(values);
    }

    Trial(TrialOutcome.Completed outcome, List<Double> point, List<Double> values, int rung) {
        this(
                outcome,
                point,
                values,
                rung,
                key(outcome.request().learner(), outcome.request().configuration()));
    }

    long id() {
        return outcome.request().id();
    }

    String learner() {
        return outcome.request().learner();
    }

    /** Whether its loss does not compare with those of other learners: of part of the iterations or rows. */
    boolean isPartial() {
        Fidelity fidelity = outcome.request().fidelity();
        return fidelity.iterations() < 1 || fidelity.rows() < 1;
    }

    /** What tells the configurations of all learners apart. */
    static String key(String learner, Configuration configuration) {
        return learner + "/" + configuration.fingerprint();
    }

    /** The same with another loss. */
    Trial worseBy(double offset) {
        List<Double> moved = new ArrayList<>(values);
        moved.set(0, loss() + offset);
        return new Trial(outcome, point, moved, rung, key);
    }

    /** What is compared where one number must do. */
    double loss() {
        return values.get(0);
    }

    double[] coordinates() {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
