package io.automl4j.api.task;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * What is to be predicted.
 *
 * @param type the type
 * @param target the name of the target column
 * @param classes the labels as written in the training data, in the order of every probability column; empty for
 *     numbers. The last of two classes is the positive one of binary metrics
 * @param quantiles which quantiles of a number are predicted, rising; empty but for {@link TaskType#QUANTILE}
 */
public record Task(TaskType type, String target, List<String> classes, List<Double> quantiles) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the number of classes or of quantiles does not fit the type, or quantiles are not
     *     rising numbers between 0 and 1
     */
    public Task {
        requireNonNull(type, "type");
        requireNonNull(target, "target");
        classes = List.copyOf(classes);
        quantiles = List.copyOf(quantiles);
        boolean fits = switch (type) {
            case BINARY -> classes.size() == 2;
            case MULTICLASS -> classes.size() >= 2;
            case REGRESSION, QUANTILE -> classes.isEmpty();
        };
        Checks.argument(fits, "A %s task cannot have %d classes (%s).", type, classes.size(), classes);
        Checks.argument(
                quantiles.isEmpty() == (type != TaskType.QUANTILE),
                "A %s task cannot have %d quantiles (%s).",
                type,
                quantiles.size(),
                quantiles);
        checkQuantiles(quantiles);
    }

    /**
     * A task of classes or of one number.
     *
     * @param type the type, not {@link TaskType#QUANTILE}
     * @param target the name of the target column
     * @param classes the labels, empty for regression
     * @throws IllegalArgumentException if the number of classes does not fit the type
     */
    public Task(TaskType type, String target, List<String> classes) {
        this(type, target, classes, List.of());
    }

    /**
     * Refuses what are no quantiles.
     *
     * @param quantiles shares of targets
     * @throws IllegalArgumentException if they are not rising numbers between 0 and 1
     */
    public static void checkQuantiles(List<Double> quantiles) {
        for (int i = 0; i < quantiles.size(); i++) {
            double quantile = quantiles.get(i);
            Checks.argument(
                    quantile > (i == 0 ? 0 : quantiles.get(i - 1)) && quantile < 1,
                    "quantiles are %s, but must be rising numbers between 0 and 1, such as 0.05, 0.5, 0.95.",
                    quantiles);
        }
    }

    /**
     * The same target, of which quantiles are to be predicted.
     *
     * @param wanted which ones
     * @return a task
     * @throws IllegalArgumentException if there are none, or they are not rising numbers between 0 and 1
     */
    public Task withQuantiles(List<Double> wanted) {
        return new Task(TaskType.QUANTILE, target, List.of(), wanted);
    }

    /**
     * The number of values that a model of this task predicts for a row: one for each class or quantile, or one number.
     *
     * @return the width of {@link Predictions}
     */
    public int outputs() {
        return Math.max(1, Math.max(classes.size(), quantiles.size()));
    }

    /**
     * The value that stands for all where one number is asked for.
     *
     * @return the index of the quantile that is nearest to the median, the upper one of two; 0 without quantiles
     */
    public int middle() {
        int middle = 0;
        for (int i = 1; i < quantiles.size(); i++) {
            if (Math.abs(quantiles.get(i) - 0.5) <= Math.abs(quantiles.get(middle) - 0.5)) {
                middle = i;
            }
        }
        return middle;
    }
}
