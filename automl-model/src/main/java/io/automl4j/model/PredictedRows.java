package io.automl4j.model;

import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is predicted for the rows of a table, in their order. Immutable. */
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
     * The most probable class as written in the training data, or the number as text for regression.
     *
     * @param row the row, from 0
     * @return the label
     */
    public String label(int row) {
        if (task.type().isClassification()) {
            return task.classes().get(values.argMax(row));
        }
        // The shortest text of the single-precision number, not the digits that widening it would add.
        return NumericColumn.format(Double.parseDouble(Float.toString(values.get(row, 0))));
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
     * @param classIndex the class's index in {@link Task#classes()}
     * @return the probability; NaN for regression
     * @throws IndexOutOfBoundsException if a classification has no such class
     */
    public double probability(int row, int classIndex) {
        return task.type().isClassification()
                ? values.get(row, Objects.checkIndex(classIndex, values.outputs()))
                : Double.NaN;
    }

    /**
     * All values.
     *
     * @return {@code [rows × outputs]}
     */
    public Predictions values() {
        return values;
    }

    Prediction prediction(int row) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int i = 0; i < task.classes().size(); i++) {
            probabilities.put(task.classes().get(i), probability(row, i));
        }
        return new Prediction(label(row), value(row), probabilities);
    }
}
