package io.automl4j.tabular.validation;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Predictions;
import java.util.List;

/**
 * Merges what the folds' models predict for their validation rows. A row that several folds validate gets the mean;
 * rows that none validates (such as the earliest of forward chaining) take no part.
 */
public final class OutOfFold {
    private final List<int[]> places;
    private final int[] rows;
    private final int[] times;

    private OutOfFold(List<int[]> places, int[] rows, int[] times) {
        this.places = places;
        this.rows = rows;
        this.times = times;
    }

    static OutOfFold of(List<Fold> folds, int tableRows) {
        int[] count = new int[tableRows];
        List<int[]> validated = folds.stream().map(Fold::validation).toList();
        for (int[] validation : validated) {
            for (int row : validation) {
                count[row]++;
            }
        }
        int[] place = new int[tableRows];
        int covered = 0;
        for (int row = 0; row < tableRows; row++) {
            place[row] = count[row] > 0 ? covered++ : -1;
        }
        int[] rows = new int[covered];
        int[] times = new int[covered];
        for (int row = 0; row < tableRows; row++) {
            if (place[row] >= 0) {
                rows[place[row]] = row;
                times[place[row]] = count[row];
            }
        }
        for (int[] validation : validated) {
            for (int i = 0; i < validation.length; i++) {
                validation[i] = place[validation[i]];
            }
        }
        return new OutOfFold(validated, rows, times);
    }

    /**
     * The rows that are covered.
     *
     * @return row numbers of the table in ascending order, a new array
     */
    public int[] rows() {
        return rows.clone();
    }

    /**
     * Predictions of the covered rows.
     *
     * @param perFold the predictions of each fold for its validation rows, in their order
     * @return predictions in the order of {@link #rows()}
     * @throws IllegalArgumentException if the number of folds, or of rows of one, differs
     */
    public Predictions merge(List<Predictions> perFold) {
        Checks.argument(
                perFold.size() == places.size(), "%d folds, but %d predictions.", places.size(), perFold.size());
        int outputs = perFold.get(0).outputs();
        double[] sums = new double[rows.length * outputs];
        for (int fold = 0; fold < perFold.size(); fold++) {
            Predictions predictions = perFold.get(fold);
            int[] place = places.get(fold);
            Checks.argument(
                    predictions.rows() == place.length && predictions.outputs() == outputs,
                    "Fold %d validates %d rows, but %d were predicted.",
                    fold,
                    place.length,
                    predictions.rows());
            for (int i = 0; i < place.length; i++) {
                for (int output = 0; output < outputs; output++) {
                    sums[place[i] * outputs + output] += predictions.get(i, output);
                }
            }
        }
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i] / times[i / outputs]);
        }
        return Predictions.of(values, outputs);
    }
}
