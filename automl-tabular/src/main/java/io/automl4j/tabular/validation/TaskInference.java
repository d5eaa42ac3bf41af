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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says from the target what kind of task it is, unless the user says so.
 *
 * <p>Texts and booleans are classes. Two distinct numbers are two classes. More numbers are classes if they look like
 * codes: at most ten whole numbers, counted from 0 or 1 with few gaps, and ten rows for each on
 * average. All other numbers are values: a score from 3 to 9 is a measurement, and so are 11 counts.
 */
public final class TaskInference {
    private static final int MOST_CODES = 10;
    private static final int ROWS_PER_CODE = 10;
    private static final int MOST_CLASSES = 1000;

    private TaskInference() {}

    /**
     * The task of a table.
     *
     * @param table a table with a target
     * @param wanted the type, if the user named one; two classes are a binary task in any case, and which quantiles of a
     *     number are wanted no table tells
     * @return the task, with the classes in numeric order if all are numbers, else in alphabetical order
     * @throws DataException if there is no target, it is missing everywhere, has one value, or does not fit the type
     */
    public static Task infer(Table table, Optional<TaskType> wanted) {
        ColumnSchema target = table.schema()
                .withRole(Role.TARGET)
                .orElseThrow(
                        () -> new DataException("The table has no target.%nMaybe call withTarget(name) with one of: %s"
                                .formatted(names(table))));
        Column column = table.column(target.name());
        List<String> distinct = TargetValues.distinct(column);
        requireTwoValues(target, column, distinct);
        TaskType type = wanted.orElseGet(() -> guess(target, column, distinct));
        if (!type.isClassification()) {
            requireNumbers(target, distinct);
            return new Task(TaskType.REGRESSION, target.name(), List.of());
        }
        requireClasses(target, type, column, distinct);
        TaskType counted = distinct.size() == 2 ? TaskType.BINARY : TaskType.MULTICLASS;
        return new Task(counted, target.name(), inOrder(target, distinct));
    }

    private static List<String> names(Table table) {
        return table.schema().columns().stream()
                .limit(20)
                .map(ColumnSchema::name)
                .toList();
    }

    private static TaskType guess(ColumnSchema target, Column column, List<String> distinct) {
        if (target.kind() == ColumnKind.DATETIME) {
            throw new DataException(
                    "Target '%s' holds dates, which are neither classes nor numbers.%nMaybe turn them into a number of days."
                            .formatted(target.name()));
        }
        if (distinct.size() == 2) {
            return TaskType.BINARY;
        }
        // whole numbers that are all different look like a key, but nobody wants to predict one
        boolean numbers = column instanceof NumericColumn || (target.kind() == ColumnKind.ID && allNumbers(distinct));
        boolean classes = !numbers || areCodes(distinct, column.size() - column.missing());
        return classes ? TaskType.MULTICLASS : TaskType.REGRESSION;
    }

    private static boolean allNumbers(List<String> texts) {
        return texts.stream().allMatch(TargetValues::isNumber);
    }

    private static boolean areCodes(List<String> distinct, int rows) {
        if (distinct.size() > MOST_CODES || rows < ROWS_PER_CODE * distinct.size()) {
            return false;
        }
        double[] numbers =
                distinct.stream().mapToDouble(Double::parseDouble).sorted().toArray();
        double first = numbers[0];
        double last = numbers[numbers.length - 1];
        boolean whole = Arrays.stream(numbers).allMatch(number -> number == Math.rint(number));
        return whole && (first == 0 || first == 1) && last - first < 2 * distinct.size();
    }

    private static void requireTwoValues(ColumnSchema target, Column column, List<String> distinct) {
        if (column.size() == 0) {
            throw new DataException("The table has no rows.%nMaybe the file holds a header only.".formatted());
        }
        if (distinct.isEmpty()) {
            throw new DataException("Target '%s' is missing in all %d rows.%nMaybe another column is the target."
                    .formatted(target.name(), column.size()));
        }
        if (distinct.size() == 1) {
            throw new DataException(
                    "Target '%s' has one value only, '%s', in all %d rows: there is nothing to learn.%nMaybe another column is the target, or rows were left out."
                            .formatted(target.name(), distinct.get(0), column.size() - column.missing()));
        }
    }

    private static void requireNumbers(ColumnSchema target, List<String> distinct) {
        distinct.stream()
                .filter(text -> !TargetValues.isNumber(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new DataException(
                            "Target '%s' holds '%s', but regression needs numbers.%nMaybe it is a classification task."
                                    .formatted(target.name(), text));
                });
    }

    private static void requireClasses(ColumnSchema target, TaskType type, Column column, List<String> distinct) {
        if (type == TaskType.BINARY && distinct.size() > 2) {
            throw new DataException(
                    "Target '%s' has %d values, but a binary task has two classes: %s.%nMaybe it is a multiclass task."
                            .formatted(target.name(), distinct.size(), inBrief(distinct)));
        }
        int rows = column.size() - column.missing();
        boolean unique = distinct.size() == rows && rows > ROWS_PER_CODE;
        if (distinct.size() > MOST_CLASSES || unique) {
            String why = unique
                    ? "none of them twice, which are no classes"
                    : "too many for classes (%d at most)".formatted(MOST_CLASSES);
            throw new DataException(
                    "Target '%s' has %d distinct values in %d rows, such as %s: %s.%nMaybe another column is the target%s."
                            .formatted(
                                    target.name(),
                                    distinct.size(),
                                    rows,
                                    inBrief(distinct),
                                    why,
                                    allNumbers(distinct) ? ", or the task is regression, which can be said" : ""));
        }
    }

    private static String inBrief(List<String> texts) {
        return "'" + String.join("', '", texts.subList(0, Math.min(3, texts.size()))) + "'"
                + (texts.size() > 3 ? ", …" : "");
    }

    /** A boolean's format says which of its two tokens is true. */
    private static List<String> inOrder(ColumnSchema target, List<String> distinct) {
        List<String> tokens = Arrays.asList(target.format().split("\\|", -1));
        boolean named =
                target.kind() == ColumnKind.BOOLEAN && tokens.size() == distinct.size() && tokens.containsAll(distinct);
        return named ? tokens : distinct;
    }
}
