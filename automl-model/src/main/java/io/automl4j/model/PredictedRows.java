package io.automl4j.model;

import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;

/** What is predicted for the rows of a table, in their order. */
public final class PredictedRows {
    private final Task task;
    private final Predictions values;

    PredictedRows(Task task, Predictions values) {
        this.task = task;
        this.values = values;
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return values.rows();
    }

    /**
     * The predicted label.
     *
     * @param row the row, from 0
     * @return the most probable class as written in training; for regression the number as text
     */
    public String label(int row) {
        return task.type().isClassification()
                ? task.classes().get(values.argMax(row))
                : Float.toString(values.get(row, 0));
    }

    /**
     * The predicted number of a regression.
     *
     * @param row the row, from 0
     * @return the number; for classification the probability of the predicted class
     */
    public double value(int row) {
        return values.get(row, task.type().isClassification() ? values.argMax(row) : 0);
    }

    /**
     * The probability of a class.
     *
     * @param row the row, from 0
     * @param classIndex the class, from 0, in the order of {@link Task#classes()}
     * @return the probability
     */
    public double probability(int row, int classIndex) {
        return values.get(row, classIndex);
    }

    /**
     * All values.
     *
     * @return {@code [rows × outputs]}
     */
    public Predictions values() {
        return values;
    }
}
