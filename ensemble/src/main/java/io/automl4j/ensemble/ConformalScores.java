package io.automl4j.ensemble;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.Conformal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far predictions of rows that their models did not see were off, see {@link Conformal}. Each row counts once, but for those without
 * weight, which do not count.
 */
public final class ConformalScores {
    private static final int MOST_GROUPS = 10;
    private static final int ROWS_OF_GROUP = 200;

    private ConformalScores() {}

    /**
     * The scores of a classification: 1 minus the probability of the true class.
     *
     * @param predictions probabilities of classes
     * @param labels the classes of the rows
     * @return scores in one group
     */
    public static Conformal ofClasses(Predictions predictions, Labels labels) {
        double[] scores = rows(labels)
                .mapToDouble(row -> 1 - predictions.get(row, labels.label(row)))
                .toArray();
        return new Conformal(List.of(), List.of(Conformal.Scores.of(scores)));
    }

    /**
     * The scores of a regression: how much greater the truth is than the prediction.
     *
     * @param predictions numbers
     * @param labels the true numbers
     * @return scores in at most ten groups of rows of like predictions, each of 200 rows at least
     */
    public static Conformal ofNumbers(Predictions predictions, Labels labels) {
        double[] sorted = rows(labels)
                .mapToDouble(row -> predictions.get(row, 0))
                .sorted()
                .toArray();
        double[] bounds = bounds(sorted);
        List<List<Double>> deviations = new ArrayList<>();
        for (int group = 0; group <= bounds.length; group++) {
            deviations.add(new ArrayList<>());
        }
        rows(labels).forEach(row -> {
            double value = predictions.get(row, 0);
            int place = Arrays.binarySearch(bounds, value);
            deviations.get(place < 0 ? -place - 1 : place).add(labels.target(row) - value);
        });
        return new Conformal(
                Arrays.stream(bounds).boxed().toList(),
                deviations.stream()
                        .map(group -> Conformal.Scores.of(
                                group.stream().mapToDouble(Double::doubleValue).toArray()))
                        .toList());
    }

    private static IntStream rows(Labels labels) {
        return IntStream.range(0, labels.rows()).filter(row -> labels.weight(row) > 0);
    }

    /** Between groups that are as large as may be: rows of the same prediction are in one. */
    private static double[] bounds(double[] sorted) {
        int least = Math.max(ROWS_OF_GROUP, sorted.length / MOST_GROUPS);
        List<Double> bounds = new ArrayList<>();
        int begun = 0;
        for (int row = least - 1; row < sorted.length - ROWS_OF_GROUP; row++) {
            if (row + 1 - begun >= least && sorted[row] < sorted[row + 1]) {
                bounds.add(sorted[row]);
                begun = row + 1;
            }
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
