package io.automl4j.benchmarks.measure;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * What predictions are held against.
 *
 * @param task what is predicted
 * @param classes all classes of the table, also those that no tested row has; empty for numbers
 * @param targets the targets of the tested rows
 */
public record Truth(TaskType task, List<String> classes, List<String> targets) {
    private static final String PREDICTION = "prediction";
    private static final String PROBABILITY = "probability_";
    /** Files may be rounded. */
    private static final double TOLERANCE = 0.01;

    /** Copies the lists. */
    public Truth {
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
    }

    /**
     * The truth of tested rows.
     *
     * @param task what is predicted
     * @param all the targets of the whole table
     * @param tested those of the tested rows
     * @return the truth
     */
    public static Truth of(TaskType task, List<String> all, List<String> tested) {
        return new Truth(task, task.isClassification() ? List.copyOf(new TreeSet<>(all)) : List.of(), tested);
    }

    /** How many rows are tested. */
    public int rows() {
        return targets.size();
    }

    /**
     * Scores predictions.
     *
     * @param predictions a file as {@code automl predict} writes it; a class without a column, which a framework may
     *     not have seen, has the probability 0
     * @return the score
     * @throws IOException if rows, cells or columns are absent, or a number is none
     */
    public Score score(Path predictions) throws IOException {
        CsvFile predicted = CsvFile.read(predictions);
        if (predicted.header().stream().noneMatch(name -> name.equals(PREDICTION) || name.startsWith(PROBABILITY))) {
            throw new IOException(
                    "%s has no column '%s', but %s.".formatted(predictions, PREDICTION, predicted.header()));
        }
        if (targets.size() != predicted.rows().size()) {
            throw new IOException("%s has %d rows, not %d."
                    .formatted(predictions, predicted.rows().size(), targets.size()));
        }
        for (List<String> row : predicted.rows()) {
            if (row.size() != predicted.header().size()) {
                throw new IOException("%s has a row of %d cells, but %d columns: %s"
                        .formatted(predictions, row.size(), predicted.header().size(), row));
            }
        }
        try {
            Metric metric = Metrics.defaultFor(task);
            Metric second = task.isClassification() ? Metrics.ACCURACY : Metrics.R2;
            Labels truth = labels();
            Predictions values = task.isClassification() ? probabilities(predicted) : numbers(predicted);
            double score = metric.score(truth, values);
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("'%s' is not defined on the tested rows.".formatted(metric.name()));
            }
            return new Score(metric.name(), score, second.score(truth, values));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s cannot be scored: %s".formatted(predictions, e.getMessage()), e);
        }
    }

    private Labels labels() {
        return Labels.of(targets.stream()
                .mapToDouble(target -> classes.isEmpty() ? Double.parseDouble(target) : classes.indexOf(target))
                .toArray());
    }

    private Predictions probabilities(CsvFile predicted) {
        float[] values = new float[targets.size() * classes.size()];
        boolean any = false;
        for (int output = 0; output < classes.size(); output++) {
            String column = PROBABILITY + classes.get(output);
            if (predicted.header().contains(column)) {
                any = true;
                List<String> cells = predicted.cells(column);
                for (int row = 0; row < cells.size(); row++) {
                    values[row * classes.size() + output] = number(cells.get(row));
                }
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "there is no column '%s%s' among %s.".formatted(PROBABILITY, classes.get(0), predicted.header()));
        }
        requireShares(values);
        return Predictions.of(values, classes.size());
    }

    /** Odds or percentages would be judged as something else. */
    private void requireShares(float[] values) {
        for (int row = 0; row < targets.size(); row++) {
            double sum = 0;
            for (int i = 0; i < classes.size(); i++) {
                sum += values[row * classes.size() + i];
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                throw new IllegalArgumentException("the probabilities of row %d sum to %.4f.".formatted(row + 1, sum));
            }
        }
    }

    private static Predictions numbers(CsvFile predicted) {
        List<String> cells = predicted.cells(PREDICTION);
        float[] array = new float[cells.size()];
        for (int row = 0; row < array.length; row++) {
            array[row] = number(cells.get(row));
        }
        return Predictions.of(array, 1);
    }

    private static float number(String cell) {
        try {
            float number = Float.parseFloat(cell);
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // is refused below
        }
        throw new IllegalArgumentException("'%s' is no prediction.".formatted(cell));
    }
}
