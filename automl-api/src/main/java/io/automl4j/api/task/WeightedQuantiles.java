package io.automl4j.api.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Quantiles of numbers of which each belongs to a row with a weight. */
public final class WeightedQuantiles {
    private WeightedQuantiles() {}

    /**
     * Of each share the least number that rows of so much of the weight do not exceed, which has the least pinball loss.
     *
     * @param shares rising numbers between 0 and 1
     * @param values a number for each row
     * @param labels the weights of the rows, in {@link Labels#weight}
     * @return one number for each share; none where no row has a positive weight
     */
    public static List<Double> of(List<Double> shares, double[] values, Labels labels) {
        List<Integer> rows = IntStream.range(0, values.length)
                .filter(row -> labels.weight(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .toList();
        List<Double> quantiles = new ArrayList<>();
        double below = 0;
        int place = 0;
        for (int i = 0; i < shares.size() && !rows.isEmpty(); i++) {
            double wanted = shares.get(i) * labels.totalWeight();
            while (place < rows.size() - 1 && below + labels.weight(rows.get(place)) < wanted) {
                below += labels.weight(rows.get(place++));
            }
            quantiles.add(values[rows.get(place)]);
        }
        return quantiles;
    }
}
