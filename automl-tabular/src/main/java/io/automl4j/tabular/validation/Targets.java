package io.automl4j.tabular.validation;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.RowWeights;
import io.automl4j.api.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads targets and weights, and leaves out the rows that have no target. */
public final class Targets {
    private static final double MOST = 1e30;

    private Targets() {}

    /**
     * The rows of a table that can be learned from.
     *
     * @param table a table with a target
     * @param task the task of that target
     * @param classWeights weights of classes by name, multiplied into the weights of rows; 1 for those that are absent
     * @return the rows with a target, and a warning about the others
     * @throws DataException if a weight is negative or no number, all are 0, a class to weight does not exist, or a number
     *     is larger than predictions can be
     */
    public static LabelledTable of(Table table, Task task, Map<String, Double> classWeights) {
        double[] factors = factors(task, classWeights);
        Column column = table.column(task.target());
        double[] targets = task.type().isClassification()
                ? TargetValues.indices(column, task.classes())
                : TargetValues.values(column);
        requireKnown(column, targets, task);
        requireWithinReach(targets, task);
        double[] weights = weights(table);
        for (int row = 0; row < targets.length; row++) {
            boolean counts = factors.length > 0 && !Double.isNaN(targets[row]);
            weights[row] *= counts ? factors[(int) targets[row]] : 1;
        }
        int[] present = IntStream.range(0, targets.length)
                .filter(row -> !Double.isNaN(targets[row]))
                .toArray();
        boolean complete = present.length == targets.length;
        Labels all = Labels.weighted(zeroed(targets), weights);
        Labels labels = complete ? all : all.select(present);
        if (labels.totalWeight() <= 0) {
            throw new DataException(
                    "All rows with a target have weight 0.%nMaybe another column holds the weights.".formatted());
        }
        return complete
                ? new LabelledTable(table, labels, List.of())
                : new LabelledTable(
                        table.select(present), labels, List.of(missing(task, targets.length, present.length)));
    }

    /** Labels of rows without a target are dropped right after, but may not be NaN until then. */
    private static double[] zeroed(double[] targets) {
        return Arrays.stream(targets)
                .map(target -> Double.isNaN(target) ? 0 : target)
                .toArray();
    }

    private static DataWarning missing(Task task, int rows, int present) {
        return new DataWarning(
                DataWarning.Kind.MISSING_TARGET,
                task.target(),
                "%d of %d rows have no target.".formatted(rows - present, rows),
                "They are left out.");
    }

    private static double[] factors(Task task, Map<String, Double> classWeights) {
        double[] factors = new double[task.classes().size()];
        Arrays.fill(factors, 1);
        classWeights.forEach((name, weight) -> {
            int index = task.classes().indexOf(name);
            if (index < 0) {
                throw new DataException(
                        "Class '%s' has a weight, but target '%s' has no such class.%nMaybe one of these: %s"
                                .formatted(
                                        name,
                                        task.target(),
                                        task.classes().stream().limit(20).toList()));
            }
            Checks.argument(
                    weight >= 0 && Double.isFinite(weight),
                    "Class '%s' has weight %s; weights must be finite and not negative.",
                    name,
                    weight);
            factors[index] = weight;
        });
        return factors;
    }

    private static void requireKnown(Column column, double[] targets, Task task) {
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] < 0 && task.type().isClassification()) {
                throw new DataException(
                        "Row %d has the class '%s' in '%s', which is none of the task's.%nMaybe one of these: %s"
                                .formatted(
                                        row + 1,
                                        column.text(row),
                                        task.target(),
                                        task.classes().stream().limit(20).toList()));
            }
        }
    }

    /** Predictions are of single precision, and so is what networks and trees compute on the way. */
    private static void requireWithinReach(double[] targets, Task task) {
        for (int row = 0; row < targets.length; row++) {
            if (Math.abs(targets[row]) > MOST) {
                throw new DataException(
                        "Row %d has the target %s in '%s', but numbers are predicted up to %s.%nMaybe divide the target, or learn its logarithm."
                                .formatted(row + 1, targets[row], task.target(), MOST));
            }
        }
    }

    private static double[] weights(Table table) {
        RowWeights weights = new RowWeights(table.rows());
        for (ColumnSchema described : table.schema().allWithRole(Role.WEIGHT)) {
            if (!(table.column(described.name()) instanceof NumericColumn numbers)) {
                throw new DataException(
                        "Weight column '%s' is %s, but weights are numbers.%nMaybe another column holds the weights."
                                .formatted(described.name(), described.kind()));
            }
            weights.multiplyBy(described.name(), numbers::value);
        }
        return weights.values();
    }
}
