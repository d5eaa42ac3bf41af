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
 * What a file of predictions is worth, as in the AutoML Benchmark (Gijsbers et al. 2024, JMLR 25): ROC AUC of two
 * classes, log loss of more (cut at 1e-7, for everybody alike), RMSE of numbers; beside it accuracy or R².
 *
 * @param metric the name of the metric
 * @param value its value
 * @param second accuracy or R²
 */
public record Score(String metric, double value, double second) {
    private static final String PROBABILITY = "probability_";

    /** The metric of a task. */
    public static Metric metric(TaskType task) {
        return Metrics.defaultFor(task);
    }

    /**
     * Scores predictions.
     *
     * @param task what was predicted
     * @param targets the true targets
     * @param predictions a file as {@code automl predict} writes it
     * @return the score
     * @throws IOException if rows or columns are absent, or a number is none
     */
    public static Score of(TaskType task, List<String> targets, Path predictions) throws IOException {
        CsvFile predicted = CsvFile.read(predictions);
        if (targets.size() != predicted.rows().size()) {
            throw new IOException("%s has %d rows, not %d."
                    .formatted(predictions, predicted.rows().size(), targets.size()));
        }
        try {
            Labels truth = task.isClassification() ? classes(targets) : numbers(targets);
            Predictions values =
                    task.isClassification() ? probabilities(predicted, classNames(targets)) : numbers(predicted);
            Metric second = task.isClassification() ? Metrics.ACCURACY : Metrics.R2;
            return new Score(metric(task).name(), metric(task).score(truth, values), second.score(truth, values));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s cannot be scored: %s".formatted(predictions, e.getMessage()), e);
        }
    }

    private static List<String> classNames(List<String> targets) {
        return List.copyOf(new TreeSet<>(targets));
    }

    private static Labels classes(List<String> targets) {
        List<String> names = classNames(targets);
        return Labels.of(targets.stream().mapToDouble(names::indexOf).toArray());
    }

    private static Predictions probabilities(CsvFile predicted, List<String> names) {
        int rows = predicted.rows().size();
        float[] values = new float[rows * names.size()];
        for (int output = 0; output < names.size(); output++) {
            List<String> cells = predicted.cells(PROBABILITY + names.get(output));
            for (int row = 0; row < rows; row++) {
                values[row * names.size() + output] = number(cells.get(row));
            }
        }
        return Predictions.of(values, names.size());
    }

    private static Labels numbers(List<String> targets) {
        return Labels.of(targets.stream().mapToDouble(Double::parseDouble).toArray());
    }

    private static Predictions numbers(CsvFile predicted) {
        List<String> cells = predicted.cells("prediction");
        float[] array = new float[cells.size()];
        for (int row = 0; row < array.length; row++) {
            array[row] = number(cells.get(row));
        }
        return Predictions.of(array, 1);
    }

    private static float number(String cell) {
        float number = Float.parseFloat(cell);
        if (!Float.isFinite(number)) {
            throw new IllegalArgumentException("'%s' is no prediction.".formatted(cell));
        }
        return number;
    }
}
