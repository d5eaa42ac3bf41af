package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.WeightedQuantiles;
import java.util.ArrayList;
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
        List<Double> shifts = new ArrayList<>();
        for (int i = 0; i < quantiles.size(); i++) {
            int output = i;
            double[] deviations = IntStream.range(0, truth.rows())
                    .mapToDouble(row -> truth.target(row) - predictions.get(row, output))
                    .toArray();
            shifts.addAll(WeightedQuantiles.of(List.of(quantiles.get(i)), deviations, truth));
        }
        return shifts;
    }
}
