package io.automl4j.cli;

import io.automl4j.api.task.TaskType;
import java.util.Locale;
import java.util.Optional;

/** The values of {@code --task}. */
enum TaskChoice {
    AUTO(Optional.empty()),
    BINARY(Optional.of(TaskType.BINARY)),
    MULTICLASS(Optional.of(TaskType.MULTICLASS)),
    REGRESSION(Optional.of(TaskType.REGRESSION));

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum is immutable
    private final Optional<TaskType> type;

    TaskChoice(Optional<TaskType> type) {
        this.type = type;
    }

    Optional<TaskType> type() {
        return type;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
