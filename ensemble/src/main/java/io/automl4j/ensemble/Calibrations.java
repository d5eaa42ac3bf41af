package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Calibration;
import java.util.List;

/**
 * Finds the {@link Calibration} that suits the predictions of rows that their models did not see. The mean of many models is too
 * careful, as each of them errs elsewhere; boosted ones and networks alone may be too bold, and a rare class may be treated unlike
 * the others.
 */
public final class Calibrations {
    private static final int ROWS = 20_000;

    /** A factor of each of many classes says more about chance than about them. */
    private static final int MOST_CLASSES = 30;

    private Calibrations() {}

    /**
     * The calibration of the least log loss. A temperature makes it so much less as Akaike's criterion (1974) asks of one number;
     * what has more numbers is one of several ways, and each of them has to be worth what Schwarz' criterion (1978) asks.
     *
     * @param predictions probabilities of classes
     * @param labels the classes and weights of their rows
     * @return a temperature, one with a factor of each class, or for two classes beta calibration; none if that is no worse
     */
    public static Calibration of(Predictions predictions, Labels labels) {
        int[] rows = new StratifiedRows(labels).draw(ROWS);
        LogRows some = LogRows.of(predictions.select(rows), labels.select(rows));
        Calibration best = Calibration.NONE;
        double least = some.loss();
        for (ScalingForm form : forms(some.classes())) {
            double[] fitted = some.fit(form);
            double criterion = some.loss(form, fitted) + 1 + (form.size() - 1) * Math.log(rows.length) / 2;
            if (criterion < least) {
                best = form.calibration(fitted);
                least = criterion;
            }
        }
        return best;
    }

    private static List<ScalingForm> forms(int classes) {
        if (classes == 2) {
            return List.of(ScalingForm.temperature(2), ScalingForm.biased(2), ScalingForm.beta());
        }
        return classes <= MOST_CLASSES
                ? List.of(ScalingForm.temperature(classes), ScalingForm.biased(classes))
                : List.of(ScalingForm.temperature(classes));
    }
}
