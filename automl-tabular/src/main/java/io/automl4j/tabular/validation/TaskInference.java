package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the task off the target. Text is classes. Numbers are classes if there are two of them, or at most ten whole
 * ones, each in ten rows on average; else they are to be predicted as numbers.
 */
public final class TaskInference {
    private static final int FEW_NUMBERS = 10;
    private static final int MOST_CLASSES = 1_000;

    private TaskInference() {}

    /**
     * The task of a table.
     *
     * @param table a table with a target
     * @param wanted the type, if the caller knows it; binary and multiclass follow the number of classes
     * @return the task, its classes in their natural order: by value if they are numbers, else by their characters
     * @throws DataException if there is no target, it is missing throughout, has one class or too many, or is text
     *     where numbers are wanted
     */
    public static Task infer(Table table, Optional<TaskType> wanted) {
        ColumnSchema target = table.schema()
                .withRole(Role.TARGET)
                .orElseThrow(
                        () -> new DataException("The table has no target.%nMaybe call withTarget(name) with one of: %s"
                                .formatted(names(table))));
        Column column = table.column(target.name());
        if (column.missing() == column.size()) {
            throw new DataException(
                    "Target '%s' is missing in all %d rows.%nMaybe another column is the target, or its values count as missing: %s"
                            .formatted(
                                    target.name(), column.size(), table.schema().missingTokens()));
        }
        TaskType type = wanted.orElseGet(() -> guess(column));
        return type == TaskType.REGRESSION ? regression(table, target, column) : classes(target, column, type);
    }

    private static List<String> names(Table table) {
        return table.schema().columns().stream()
                .limit(20)
                .map(ColumnSchema::name)
                .toList();
    }

    private static TaskType guess(Column column) {
        if (!(column instanceof NumericColumn numbers)) {
            return TaskType.MULTICLASS;
        }
        TreeMap<Double, Integer> distinct = new TreeMap<>();
        boolean whole = true;
        for (int row = 0; row < numbers.size() && distinct.size() <= FEW_NUMBERS; row++) {
            double value = numbers.value(row);
            if (!Double.isNaN(value)) {
                distinct.merge(value, 1, Integer::sum);
                whole &= value == Math.rint(value);
            }
        }
        boolean few = whole && distinct.size() <= FEW_NUMBERS && numbers.size() >= 10 * distinct.size();
        return distinct.size() <= 2 || few ? TaskType.MULTICLASS : TaskType.REGRESSION;
    }

    private static Task regression(Table table, ColumnSchema target, Column column) {
        if (!(column instanceof NumericColumn numbers)) {
            String example = firstText(column);
            throw new DataException(
                    "Target '%s' is text (such as '%s'), but numbers are to be predicted.%nMaybe use AutoClassifier, or one of the numeric columns: %s"
                            .formatted(target.name(), example, numeric(table)));
        }
        double first = Double.NaN;
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.value(row);
            first = Double.isNaN(first) ? value : first;
            if (!Double.isNaN(value) && value != first) {
                return new Task(TaskType.REGRESSION, target.name(), List.of());
            }
        }
        throw new DataException("Target '%s' is %s in every row: there is nothing to predict."
                .formatted(target.name(), NumericColumn.format(first)));
    }

    private static String firstText(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return column.text(row);
            }
        }
        return "";
    }

    private static List<String> numeric(Table table) {
        return table.schema().columns().stream()
                .filter(column -> column.kind() == ColumnKind.NUMERIC)
                .limit(10)
                .map(ColumnSchema::name)
                .toList();
    }

    private static Task classes(ColumnSchema target, Column column, TaskType wanted) {
        TreeMap<String, Integer> counts = new TreeMap<>(order(column));
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), 1, Integer::sum);
            }
            if (counts.size() > MOST_CLASSES) {
                throw new DataException(
                        "Target '%s' has more than %d classes.%nMaybe it is a number to be predicted by AutoRegressor, or an id."
                                .formatted(target.name(), MOST_CLASSES));
            }
        }
        if (counts.size() == 1) {
            throw new DataException("Target '%s' has 1 class ('%s') in %d rows.%nMaybe the wrong column is the target."
                    .formatted(target.name(), counts.firstKey(), column.size()));
        }
        if (wanted == TaskType.BINARY && counts.size() > 2) {
            throw new DataException("Target '%s' has %d classes, but two are wanted: %s"
                    .formatted(
                            target.name(),
                            counts.size(),
                            counts.keySet().stream().limit(10).toList()));
        }
        TaskType type = counts.size() == 2 ? TaskType.BINARY : TaskType.MULTICLASS;
        return new Task(type, target.name(), new ArrayList<>(counts.keySet()));
    }

    private static Comparator<String> order(Column column) {
        Comparator<String> byText = Comparator.naturalOrder();
        return column instanceof NumericColumn
                ? Comparator.comparingDouble(Double::parseDouble).thenComparing(byText)
                : byText;
    }
}
