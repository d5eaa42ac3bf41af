package io.automl4j.api.learner;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;

/**
 * The data of one training.
 *
 * @param task what is to be predicted
 * @param train the rows to learn from
 * @param labels their targets and weights; not every class need be present
 * @param watch rows whose loss is recorded after each iteration, perhaps none
 * @param watchLabels their targets and weights
 */
public record FoldData(Task task, EncodedRows train, Labels labels, EncodedRows watch, Labels watchLabels) {

    /**
     * Checks the numbers of rows.
     *
     * @throws IllegalArgumentException if rows and labels differ in number, or there is no row to learn from
     */
    public FoldData {
        Checks.argument(train.rows() == labels.rows(), "%d training rows, but %d labels.", train.rows(), labels.rows());
        Checks.argument(
                watch.rows() == watchLabels.rows(), "%d watched rows, %d labels.", watch.rows(), watchLabels.rows());
        Checks.positive(train.rows(), "training rows");
    }

    /**
     * Data without watched rows.
     *
     * @param task what is to be predicted
     * @param train the rows to learn from
     * @param labels their targets and weights
     * @return the data
     */
    public static FoldData of(Task task, EncodedRows train, Labels labels) {
        EncodedRows none = EncodedRows.of(train.features(), new float[0], 0);
        return new FoldData(task, train, labels, none, Labels.of());
    }
}
