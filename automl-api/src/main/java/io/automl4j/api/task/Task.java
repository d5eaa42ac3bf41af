package io.automl4j.api.task;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * What is to be predicted.
 *
 * @param type the type
 * @param target the name of the target column
 * @param classes the labels as written in the training data, in the order of every probability column; empty for
 *     regression. The last of two classes is the positive one of binary metrics
 */
public record Task(TaskType type, String target, List<String> classes) {

    /**
     * Copies the classes.
     *
     * @throws IllegalArgumentException if the number of classes does not fit the type
     */
    public Task {
        requireNonNull(type, "type");
        requireNonNull(target, "target");
        classes = List.copyOf(classes);
        boolean fits = switch (type) {
            case BINARY -> classes.size() == 2;
            case MULTICLASS -> classes.size() >= 2;
            case REGRESSION -> classes.isEmpty();
        };
        Checks.argument(fits, "A %s task cannot have %d classes (%s).", type, classes.size(), classes);
    }

    /**
     * The number of values that a model of this task predicts for a row: one for each class, or one number.
     *
     * @return the width of {@link Predictions}
     */
    public int outputs() {
        return type.isClassification() ? classes.size() : 1;
    }
}
