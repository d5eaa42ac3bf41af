package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartingOrderTest {
    private static final int FOLDS = 5;
    private static final Duration LONG = Duration.ofDays(1);

    private final LearnerProvider xgboost = new Priced("xgboost", 4, 1);
    private final LearnerProvider forest = new Priced("random_forest", 3, 7);
    private final LearnerProvider linear = new Priced("linear", 2);
    private final LearnerProvider unknown = new Priced("mine", 1);

    private List<String> order(int rows, Duration perTrial) {
        TaskShape shape = new TaskShape(TaskType.BINARY, rows, 2, 8, 0, 0, 0, false);
        return StartingOrder.of(List.of(unknown, linear, forest, xgboost), shape, perTrial, FOLDS).stream()
                .map(start -> start.learner() + " " + start.configuration().integer("seconds"))
                .toList();
    }

    @Test
    void familiesTakeTurnsTheStrongestFirst() {
        assertThat(order(5_000, LONG))
                .containsExactly("xgboost 4", "random_forest 3", "linear 2", "mine 1", "xgboost 1", "random_forest 7");
    }

    @Test
    void whoKnowsNothingBeginsWithTheFirstOfEach() {
        TaskShape shape = new TaskShape(TaskType.BINARY, 5_000, 2, 8, 0, 0, 0, false);
        assertThat(Starts.FIRST_OF_EACH
                        .of(List.of(unknown, linear, forest, xgboost), shape, LONG, FOLDS)
                        .order(Map.of()))
                .extracting(
                        start -> start.learner() + " " + start.configuration().integer("seconds"))
                .containsExactly("xgboost 4", "random_forest 3", "linear 2", "mine 1");
    }

    @Test
    void ofFewRowsLinearModelsAreAsStrong() {
        assertThat(order(500, LONG)).startsWith("linear 2", "xgboost 4");
    }

    @Test
    void whatTakesTooLongIsLeftOutUnlessTheFamilyWereMissing() {
        assertThat(order(5_000, Duration.ofSeconds(2L * FOLDS)))
                .containsExactly("linear 2", "mine 1", "xgboost 1", "random_forest 3");
    }
}
