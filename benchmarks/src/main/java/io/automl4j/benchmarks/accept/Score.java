package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Scores a file of predictions: ROC AUC of two classes, log loss of more (cut at 1e-7, for everybody alike), RMSE of
 * numbers.
 */
final class Score {
    private static final String PROBABILITY = "probability_";

    private Score() {}

    static Metric metric(SuiteTable table) {
        return Metrics.defaultFor(table.task());
    }

    static double of(Bench bench, Path predictions) throws IOException {
        CsvFile truth = CsvFile.read(bench.truth());
        CsvFile predicted = CsvFile.read(predictions);
        List<String> targets = truth.cells(bench.table().target());
        if (targets.size() != predicted.rows().size()) {
            throw new IOException("%s has %d rows, not %d."
                    .formatted(predictions, predicted.rows().size(), targets.size()));
        }
        Metric metric = metric(bench.table());
        return bench.table().task().isClassification()
                ? metric.score(classes(targets), probabilities(predicted, targets))
                : metric.score(numbers(targets), numbers(predicted));
    }

    private static List<String> classNames(List<String> targets) {
        return List.copyOf(new TreeSet<>(targets));
    }

    private static Labels classes(List<String> targets) {
        List<String> names = classNames(targets);
        return Labels.of(targets.stream().mapToDouble(names::indexOf).toArray());
    }

    private static Predictions probabilities(CsvFile predicted, List<String> targets) {
        List<String> names = classNames(targets);
        float[] values = new float[targets.size() * names.size()];
        for (int output = 0; output < names.size(); output++) {
            int column = predicted.column(PROBABILITY + names.get(output));
            for (int row = 0; row < targets.size(); row++) {
                values[row * names.size() + output] =
                        Float.parseFloat(predicted.rows().get(row).get(column));
            }
        }
        return Predictions.of(values, names.size());
    }

    private static Labels numbers(List<String> targets) {
        return Labels.of(targets.stream().mapToDouble(Double::parseDouble).toArray());
    }

    private static Predictions numbers(CsvFile predicted) {
        int column = predicted.column("prediction");
        float[] array = new float[predicted.rows().size()];
        for (int row = 0; row < array.length; row++) {
            array[row] = Float.parseFloat(predicted.rows().get(row).get(column));
        }
        return Predictions.of(array, 1);
    }
}
