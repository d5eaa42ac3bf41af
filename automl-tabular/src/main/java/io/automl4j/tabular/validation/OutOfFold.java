package io.automl4j.tabular.validation;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Predictions;
import java.util.List;

/** The rows that some folds validate on, and how their predictions become one for each row. */
public final class OutOfFold {
    private final List<Fold> folds;
    private final int[] rows;
    private final int[] places;

    OutOfFold(List<Fold> folds, int allRows) {
        this.folds = List.copyOf(folds);
        int[] counts = new int[allRows];
        int covered = 0;
        for (Fold fold : folds) {
            for (int row : fold.validation()) {
                covered += counts[row]++ == 0 ? 1 : 0;
            }
        }
        this.rows = new int[covered];
        this.places = new int[allRows];
        for (int row = 0, place = 0; row < allRows; row++) {
            if (counts[row] > 0) {
                places[row] = place;
                rows[place++] = row;
            }
        }
    }

    /**
     * The rows that are covered.
     *
     * @return a new array of their numbers, rising
     */
    public int[] rows() {
        return rows.clone();
    }

    /**
     * One prediction for each covered row: the mean where several folds validate on it.
     *
     * @param perFold the predictions of each fold for its validation rows
     * @return {@code [covered rows × outputs]}
     * @throws IllegalArgumentException if a fold has another number of predictions than rows
     */
    public Predictions merge(List<Predictions> perFold) {
        Checks.argument(perFold.size() == folds.size(), "%d predictions of %d folds.", perFold.size(), folds.size());
        int outputs = perFold.get(0).outputs();
        float[] sums = new float[rows.length * outputs];
        int[] counts = new int[rows.length];
        for (int fold = 0; fold < folds.size(); fold++) {
            add(perFold.get(fold), folds.get(fold).validation(), sums, counts);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i / outputs];
        }
        return Predictions.of(sums, outputs);
    }

    private void add(Predictions predictions, int[] validation, float[] sums, int[] counts) {
        Checks.argument(
                predictions.rows() == validation.length,
                "%d predictions for %d rows.",
                predictions.rows(),
                validation.length);
        int outputs = predictions.outputs();
        for (int i = 0; i < validation.length; i++) {
            int place = places[validation[i]];
            counts[place]++;
            for (int output = 0; output < outputs; output++) {
                sums[place * outputs + output] += predictions.get(i, output);
            }
        }
    }
}
