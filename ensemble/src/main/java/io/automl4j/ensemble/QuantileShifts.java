package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is added to predicted quantiles so that as many targets lie below each as should: the same quantile of the
 * deviations of out-of-fold predictions, each side by itself (Romano, Patterson and Candès, "Conformalized Quantile Regression",
 * 2019, theorem 2). Models are nearly always too sure of rows that they have not seen.
 */
public final class QuantileShifts {
    private QuantileShifts() {}

    /**
     * The shifts.
     *
     * @param quantiles which quantiles, between 0 and 1
     * @param predictions {@code [rows × quantiles]} of rows that were not learned
     * @param truth their targets and weights
     * @return one for each quantile; none where there is no row of positive weight
     */
    public static List<Double> of(List<Double> quantiles, Predictions predictions, Labels truth) {
        if (!(truth.totalWeight() > 0)) {
            return List.of();
        }
        List<Double> shifts = new ArrayList<>();
        for (int i = 0; i < quantiles.size(); i++) {
            shifts.add(shift(quantiles.get(i), i, predictions, truth));
        }
        return shifts;
    }

    /** The least deviation that a share of the rows does not exceed, which has the least pinball loss. */
    private static double shift(double quantile, int output, Predictions predictions, Labels truth) {
        double[] deviations = IntStream.range(0, truth.rows())
                .mapToDouble(row -> truth.target(row) - predictions.get(row, output))
                .toArray();
        List<Integer> rows = IntStream.range(0, deviations.length)
                .filter(row -> truth.weight(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> deviations[row]))
                .toList();
        double below = 0;
        int place = 0;
        while (place < rows.size() - 1 && below + truth.weight(rows.get(place)) < quantile * truth.totalWeight()) {
            below += truth.weight(rows.get(place++));
        }
        return deviations[rows.get(place)];
    }
}
