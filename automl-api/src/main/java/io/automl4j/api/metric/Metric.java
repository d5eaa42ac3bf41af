package io.automl4j.api.metric;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;

/**
 * How good predictions are. Implement it for a measure of your own and hand it to the builder:
 *
 * <pre>{@code
 * record Profit(double gain, double loss) implements Metric { … }
 * AutoClassifier.builder().metric(new Profit(40, 5))…
 * }</pre>
 *
 * <p>Implementations are stateless and safe for use by many threads; each one passes {@code MetricContract} of the
 * testkit.
 */
public interface Metric {

    /**
     * The name in reports, command lines and files, lower case with underscores, such as {@code roc_auc}.
     *
     * @return the name
     */
    String name();

    /**
     * Whether the metric is defined for a type of task.
     *
     * @param type the type
     * @return true if {@link #score} may be called
     */
    boolean supports(TaskType type);

    /**
     * The score of perfect predictions, or the direction's infinity: {@code 1} for accuracy, {@code 0} for errors.
     *
     * @return the best score that can be reached
     */
    double optimum();

    /**
     * Whether a greater score is better.
     *
     * @return true if greater is better
     */
    boolean higherIsBetter();

    /**
     * The score of predictions. Rows count by their weight.
     *
     * @param truth targets and weights
     * @param predictions {@code [rows × outputs]} for the same rows
     * @return the score; NaN if it is not defined for these labels (such as ROC AUC when only one class is present)
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    double score(Labels truth, Predictions predictions);

    /**
     * Whether only the class of a row counts, the most probable one, and not how probable it is.
     *
     * @return false for metrics of probabilities and numbers
     */
    default boolean judgesClasses() {
        return false;
    }

    /**
     * The distance of a score from the optimum: 0 is perfect, smaller is better. With an infinite optimum it is the
     * score, negated if greater is better.
     *
     * @param score a score of this metric
     * @return the loss
     */
    default double toLoss(double score) {
        double origin = Double.isFinite(optimum()) ? optimum() : 0.0;
        return higherIsBetter() ? origin - score : score - origin;
    }

    /**
     * The loss of predictions, see {@link #toLoss}.
     *
     * @param truth targets and weights
     * @param predictions {@code [rows × outputs]} for the same rows
     * @return the loss, NaN where the score is
     */
    default double loss(Labels truth, Predictions predictions) {
        return toLoss(score(truth, predictions));
    }
}
