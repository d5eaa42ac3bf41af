package io.automl4j.api.run;

import java.util.Locale;

/**
 * A part of a run that can be left out, to see what it is worth or to get a simpler model. What a run needs cannot be
 * left out, and learners are left out by naming the others.
 */
public enum Part {
    /** Several members: without it the model is the single best trial. */
    ENSEMBLE,
    /** The mean of selections on random parts of the rows: without it there is one selection on all of them. */
    BAGS,
    /** The correction of predicted numbers by what each member says: without it they are the mean of the members. */
    STACKING,
    /** The scaling of probabilities, and the shifts of quantiles. */
    CALIBRATION,
    /** The choice of the class that probabilities stand for, where the metric judges classes: without it the most probable one. */
    DECISION,
    /** What past tables tell: without it the hand-set configurations come in their own order, and no learned ones after them. */
    WARM_START,
    /** All starts but the first one of each learner: without them a search goes from there to what it draws and breeds. */
    STARTS,
    /** A first look on one fold: without it every configuration is trained on all folds. */
    FOLD_FIDELITY;

    /**
     * The name in commands and results.
     *
     * @return such as {@code fold-fidelity}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
