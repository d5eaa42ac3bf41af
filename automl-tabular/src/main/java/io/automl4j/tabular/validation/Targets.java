package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes targets and weights from a table. */
public final class Targets {
    private Targets() {}

    /**
     * The rows with a target, and their labels.
     *
     * @param table a table with a target
     * @param task what is predicted
     * @param classWeights weights by class, multiplied into the weights of rows; 1 for absent ones
     * @return the rows; those without a target are left out with a warning
     * @throws DataException if a weight is negative or no number, all are zero, or a class is unknown
     */
    public static LabelledTable of(Table table, Task task, Map<String, Double> classWeights) {
        classWeights.keySet().forEach(name -> {
            if (!task.classes().contains(name)) {
                throw new DataException(
                        "There is a weight for class '%s', which is none of %s.".formatted(name, task.classes()));
            }
        });
        Column target = table.column(task.target());
        int[] present = IntStream.range(0, table.rows())
                .filter(row -> !target.isMissing(row))
                .toArray();
        int without = table.rows() - present.length;
        Table rows = without == 0 ? table : table.select(present);
        List<DataWarning> warnings = without == 0
                ? List.of()
                : List.of(new DataWarning(
                        DataWarning.Kind.MISSING_TARGET,
                        task.target(),
                        "%d of %d rows have no target.".formatted(without, table.rows()),
                        "They were left out."));
        return new LabelledTable(rows, labels(rows, task, classWeights), warnings);
    }

    private static Labels labels(Table table, Task task, Map<String, Double> classWeights) {
        Column target = table.column(task.target());
        double[] targets = task.type().isClassification() ? indices(target, task) : numbers((NumericColumn) target);
        double[] weights = weights(table);
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            if (task.type().isClassification()) {
                weights[row] *= classWeights.getOrDefault(task.classes().get((int) targets[row]), 1.0);
            }
            sum += weights[row];
        }
        if (sum <= 0) {
            throw new DataException("All %d rows have weight 0.".formatted(weights.length));
        }
        return Labels.weighted(targets, weights);
    }

    private static double[] indices(Column target, Task task) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < task.classes().size(); i++) {
            numbers.put(task.classes().get(i), i);
        }
        double[] indices = new double[target.size()];
        for (int row = 0; row < indices.length; row++) {
            Integer number = numbers.get(target.text(row));
            if (number == null) {
                throw new DataException("Row %d has class '%s', which is none of %s."
                        .formatted(row + 1, target.text(row), task.classes()));
            }
            indices[row] = number;
        }
        return indices;
    }

    private static double[] numbers(NumericColumn target) {
        return IntStream.range(0, target.size()).mapToDouble(target::value).toArray();
    }

    private static double[] weights(Table table) {
        double[] weights = new double[table.rows()];
        java.util.Arrays.fill(weights, 1);
        table.schema().withRole(Role.WEIGHT).ifPresent(described -> {
            if (!(table.column(described.name()) instanceof NumericColumn numbers)) {
                throw new DataException("Weight column '%s' is no numeric column.".formatted(described.name()));
            }
            for (int row = 0; row < weights.length; row++) {
                double weight = numbers.value(row);
                weights[row] = Double.isNaN(weight) ? 1 : weight;
                if (weight < 0) {
                    throw new DataException("Row %d has weight %s in column '%s'; weights must not be negative."
                            .formatted(row + 1, weight, described.name()));
                }
            }
        });
        return weights;
    }
}
