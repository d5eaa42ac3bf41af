package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is predicted for the rows of a table, in their order. Immutable. */
public final class PredictedRows {
    private final Task task;
    private final PostProcessing processing;
    private final Predictions values;

    PredictedRows(Task task, PostProcessing processing, Predictions values) {
        this.task = task;
        this.processing = processing;
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
     * The class as written in the training data, the most probable one unless the model decides otherwise (see
     * {@link AutoModel#deciding}), or the {@link #value} as text for numbers.
     *
     * @param row the row, from 0
     * @return the label
     */
    public String label(int row) {
        if (task.type().isClassification()) {
            return task.classes().get(processing.decision().of(values, row));
        }
        // The shortest text of the single-precision number, not the digits that widening it would add.
        return NumericColumn.format(Double.parseDouble(Float.toString(values.get(row, task.middle()))));
    }

    /**
     * The predicted number of a regression, or that of the quantile that is nearest to the median.
     *
     * @param row the row, from 0
     * @return the number; for classification the probability of the predicted class
     */
    public double value(int row) {
        return values.get(
                row, task.type().isClassification() ? processing.decision().of(values, row) : task.middle());
    }

    /**
     * A predicted quantile.
     *
     * @param row the row, from 0
     * @param index which of {@link Task#quantiles()}
     * @return its value, no less than that of the quantile before
     * @throws IndexOutOfBoundsException if the task has no such quantile
     */
    public double quantile(int row, int index) {
        return values.get(row, Objects.checkIndex(index, task.quantiles().size()));
    }

    /**
     * The probability of a class.
     *
     * @param row the row, from 0
     * @param classIndex the class's index in {@link Task#classes()}
     * @return the probability; NaN for numbers
     * @throws IndexOutOfBoundsException if a classification has no such class
     */
    public double probability(int row, int classIndex) {
        return task.type().isClassification()
                ? values.get(row, Objects.checkIndex(classIndex, values.outputs()))
                : Double.NaN;
    }

    /**
     * The interval of a regression in which the truth lies with a given probability: of new rows that are like those of training
     * about so many, in the mean over all rows, have their truth in their interval (conformal prediction, see {@link Conformal}).
     *
     * @param row the row, from 0
     * @param coverage the probability, such as 0.9
     * @return the interval; an end is infinite where training had too few rows to tell
     * @throws IllegalArgumentException if classes are predicted, the coverage is not between 0 and 1, or the model does not know how
     *     far its predictions are off
     */
    public Interval interval(int row, double coverage) {
        Checks.argument(
                !task.type().isClassification(), "'%s' has classes, not numbers.%nMaybe ask for sets.", task.target());
        Checks.argument(
                task.quantiles().isEmpty(),
                "Of '%s' the quantiles %s are predicted, which are ends of intervals themselves.%nMaybe ask for no interval.",
                task.target(),
                task.quantiles());
        return processing.conformal().interval(values.get(row, 0), coverage);
    }

    /**
     * The classes of which the true one is one with a given probability: so of about so many new rows that are like those of
     * training, or more, in the mean over all rows.
     *
     * @param row the row, from 0
     * @param coverage the probability, such as 0.9
     * @return at least one class, the most probable one first
     * @throws IllegalArgumentException if numbers are predicted, the coverage is not between 0 and 1, or the model does not know how
     *     far its predictions are off
     */
    public List<String> set(int row, double coverage) {
        Checks.argument(
                task.type().isClassification(),
                "'%s' has numbers, not classes.%nMaybe ask for intervals.",
                task.target());
        return processing.conformal().set(values, row, coverage).stream()
                .map(task.classes()::get)
                .toList();
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
        Map<Double, Double> quantiles = new LinkedHashMap<>();
        for (int i = 0; i < task.quantiles().size(); i++) {
            quantiles.put(task.quantiles().get(i), quantile(row, i));
        }
        return new Prediction(label(row), value(row), probabilities, quantiles);
    }
}
