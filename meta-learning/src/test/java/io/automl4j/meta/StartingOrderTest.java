package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
    void ofFewRowsLinearModelsAreAsStrong() {
        assertThat(order(500, LONG)).startsWith("linear 2", "xgboost 4");
    }

    @Test
    void whatTakesTooLongIsLeftOutUnlessTheFamilyWereMissing() {
        assertThat(order(5_000, Duration.ofSeconds(2L * FOLDS)))
                .containsExactly("linear 2", "mine 1", "xgboost 1", "random_forest 3");
    }

    /** A learner whose starts take so many seconds for a fold. */
    private record Priced(String name, int... seconds) implements LearnerProvider {
        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public SearchSpace space(TaskShape shape) {
            return SearchSpace.builder().integer("seconds", 1, 9, 5).build();
        }

        @Override
        public List<Configuration> starts(TaskShape shape) {
            return Arrays.stream(seconds)
                    .mapToObj(each -> Configuration.of("seconds", each))
                    .toList();
        }

        @Override
        public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
            return new EncoderSpec(Encoding.TREE, ManyLevels.CODES, false);
        }

        @Override
        public Duration forecast(Configuration configuration, TaskShape shape) {
            return Duration.ofSeconds(configuration.integer("seconds"));
        }

        @Override
        public Learner create(Configuration configuration) {
            throw new UnsupportedOperationException("Nothing is trained here.");
        }
    }
}
