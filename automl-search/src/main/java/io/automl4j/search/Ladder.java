package io.automl4j.search;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.trial.Fidelity;
import java.util.ArrayList;
import java.util.List;

/**
 * The fidelities that trials of a learner go through: shares of the rows, then of the iterations, both on the folds of a
 * first look, then everything on all folds.
 *
 * @param rungs the fidelities, least first
 * @param continues whether iterations go on from a checkpoint
 */
record Ladder(List<Fidelity> rungs, boolean continues) {

    /** Copies the list. */
    Ladder {
        rungs = List.copyOf(rungs);
    }

    static Ladder of(Rungs declared, int screening, int folds) {
        List<Fidelity> rungs = new ArrayList<>();
        List<Double> iterations = declared.iterations().shares();
        declared.rows().shares().stream()
                .filter(share -> share < 1)
                .forEach(share -> rungs.add(new Fidelity(iterations.get(0), share, screening)));
        iterations.forEach(share -> rungs.add(new Fidelity(share, 1, screening)));
        if (screening < folds) {
            rungs.add(Fidelity.full(folds));
        }
        return new Ladder(rungs, declared.iterations().onward() == Rungs.Onward.CONTINUES);
    }

    int size() {
        return rungs.size();
    }

    Fidelity top() {
        return rungs.get(rungs.size() - 1);
    }

    /** All iterations on the folds of a first look. */
    Fidelity look() {
        return rungs.get(Math.max(0, rungs.size() - 2));
    }

    /** Whether a trial of one fidelity is the checkpoint of the other. */
    boolean goesOn(Fidelity from, Fidelity to) {
        return continues && from.rows() == to.rows() && from.folds() == to.folds();
    }
}
