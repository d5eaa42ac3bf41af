package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How far predictions were off, for regions that hold the truth with a given probability (Vovk, Gammerman and Shafer,
 * "Algorithmic Learning in a Random World", 2005), whatever the model is, as long as new rows are like those of training.
 *
 * <p>For regression an interval reaches from the prediction plus one quantile of the deviations of out-of-fold predictions to that
 * plus another one. The deviations of rows whose prediction is alike are a group of their own (Mondrian conformal prediction), so
 * intervals are wide where errors are large. For classification a set has all classes but those that are less probable than the
 * truth is but for a few rows (Sadinle, Lei and Wasserman, "Least Ambiguous Set-Valued Classifiers with Bounded Error Levels",
 * 2019); it has one class at least.
 *
 * @param bounds between the predictions of neighbouring groups, ascending; one less than there are groups
 * @param groups the scores of each group; empty if they are not known
 */
public record Conformal(List<Double> bounds, List<Scores> groups) {
    /** Where nothing is known of errors. */
    public static final Conformal UNKNOWN = new Conformal(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if their lengths do not fit, or bounds are not ascending
     */
    public Conformal {
        bounds = List.copyOf(bounds);
        groups = List.copyOf(groups);
        Checks.argument(
                bounds.size() == Math.max(0, groups.size() - 1),
                "%d bounds, but %d groups.",
                bounds.size(),
                groups.size());
        for (int i = 1; i < bounds.size(); i++) {
            Checks.argument(bounds.get(i - 1) < bounds.get(i), "Bounds %s are not ascending.", bounds);
        }
    }

    /** Refuses what is not of a task. */
    void checkFits(Task task) {
        Checks.argument(
                bounds.isEmpty() || !task.type().isClassification(),
                "Scores of classes are in one group, not in %d.",
                groups.size());
        Checks.argument(groups.isEmpty() || task.quantiles().isEmpty(), "Quantiles have no scores.");
    }

    /**
     * The interval around a predicted number.
     *
     * @param value the prediction
     * @param coverage how probable it is that the truth lies within, between 0 and 1
     * @return its ends, infinite where there were too few rows to tell
     * @throws IllegalArgumentException if the coverage is not between 0 and 1, or errors are not known
     */
    Interval interval(double value, double coverage) {
        checkKnown(coverage);
        Scores scores = groups.get(group(value));
        double rank = scores.rank((1 + coverage) / 2);
        return new Interval(value + scores.least(scores.rows() + 1 - rank), value + scores.most(rank));
    }

    /**
     * The classes that a row may have.
     *
     * @param predictions probabilities of classes
     * @param row the row, from 0
     * @param coverage how probable it is that the true class is among them, between 0 and 1
     * @return indices of classes, the most probable one first, at least one
     * @throws IllegalArgumentException if the coverage is not between 0 and 1, or errors are not known
     */
    List<Integer> set(Predictions predictions, int row, double coverage) {
        checkKnown(coverage);
        double most = groups.get(0).most(groups.get(0).rank(coverage));
        List<Integer> sorted = IntStream.range(0, predictions.outputs())
                .boxed()
                .sorted((left, right) -> Float.compare(predictions.get(row, right), predictions.get(row, left)))
                .toList();
        int kept = (int) sorted.stream()
                .filter(output -> 1 - predictions.get(row, output) <= most)
                .count();
        return sorted.subList(0, Math.max(1, kept));
    }

    private int group(double value) {
        int group = 0;
        while (group < bounds.size() && value > bounds.get(group)) {
            group++;
        }
        return group;
    }

    /**
     * The mean of the squared deviations around a prediction.
     *
     * @param value the prediction
     * @return that of its group
     * @throws IllegalArgumentException if errors are not known
     */
    public double meanSquare(double value) {
        checkKnown();
        return groups.get(group(value)).sorted().stream()
                .mapToDouble(score -> score * score)
                .average()
                .orElse(0);
    }

    /**
     * The same with scores that are so many times as large.
     *
     * @param factor not negative
     * @return a copy
     */
    public Conformal scaled(double factor) {
        return new Conformal(
                bounds,
                groups.stream()
                        .map(group -> new Scores(
                                group.rows(),
                                group.sorted().stream()
                                        .map(score -> factor * score)
                                        .toList()))
                        .toList());
    }

    private void checkKnown(double coverage) {
        Checks.argument(coverage > 0 && coverage < 1, "coverage is %s, but must lie between 0 and 1.", coverage);
        checkKnown();
    }

    private void checkKnown() {
        Checks.argument(
                !groups.isEmpty(),
                "It is not known how far the predictions of this model are off.%nMaybe fit it anew: models of earlier versions, and single members, do not know it.");
    }

    /**
     * The scores of some rows: deviations of the truth from the prediction, or 1 minus the probability of the true class.
     *
     * @param rows how many rows there were
     * @param sorted their scores, ascending; of many rows so many quantiles, from the least to the greatest
     */
    public record Scores(long rows, List<Double> sorted) {
        private static final int MOST = 401;
        private static final double ROUNDING = 1e-9;

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no score, there are more than rows, or they are not ascending
         */
        public Scores {
            sorted = List.copyOf(sorted);
            Checks.argument(!sorted.isEmpty() && sorted.size() <= rows, "%d scores of %d rows.", sorted.size(), rows);
            for (int i = 0; i < sorted.size(); i++) {
                boolean ascends = i == 0 || sorted.get(i - 1) <= sorted.get(i);
                Checks.argument(
                        ascends && !sorted.get(i).isNaN(), "Score %d is %s after %s.", i, sorted.get(i), sorted);
            }
        }

        /**
         * Scores of rows.
         *
         * @param scores in any order
         * @return all of them, or 401 quantiles
         * @throws IllegalArgumentException if there is none, or one is NaN
         */
        public static Scores of(double... scores) {
            double[] all = scores.clone();
            Arrays.sort(all);
            int kept = Math.min(all.length, MOST);
            List<Double> sorted = new ArrayList<>();
            for (int i = 0; i < kept; i++) {
                sorted.add(all[kept == 1 ? 0 : (int) ((long) i * (all.length - 1) / (kept - 1))]);
            }
            return new Scores(all.length, sorted);
        }

        /** Of the score that the next one does not exceed with a probability; more than there are rows if these are too few. */
        double rank(double probability) {
            // a probability such as 0.95 is not quite what it says
            return Math.ceil((rows + 1) * probability - ROUNDING);
        }

        /** The score of a rank; infinite if there is none. */
        double most(double rank) {
            return at(rank, Double.POSITIVE_INFINITY, Math::ceil);
        }

        /** The score of a rank; negative infinity if there is none. */
        double least(double rank) {
            return at(rank, Double.NEGATIVE_INFINITY, Math::floor);
        }

        /** The score of a rank from 1; between two quantiles that of the one that is farther out. */
        private double at(double rank, double otherwise, DoubleUnaryOperator rounding) {
            if (rank < 1 || rank > rows) {
                return otherwise;
            }
            double place = rows == 1 ? 0 : (rank - 1) * (sorted.size() - 1) / (rows - 1);
            return sorted.get((int) rounding.applyAsDouble(place));
        }
    }
}
