package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.Sketch;
import io.automl4j.meta.TableProfile;
import io.automl4j.meta.WarmStart;
import io.automl4j.search.Start;
import io.automl4j.tabular.conduct.Learners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every configuration of the portfolio applies to any table. */
@DisplayName("The portfolio")
final class PortfolioFitsIT {
    private static final TableProfile UNKNOWN = new TableProfile(Sketch.NONE, Map.of());
    private static final int MORE_THAN_HAND_SET = 20;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "numbers,    BINARY,     2,   1000, 10,  0,   0, 0,    false",
        "categories, BINARY,     2,   1000, 0,   10,  0, 40,   true",
        "mixed,      MULTICLASS, 5,   1000, 10,  10,  2, 40,   true",
        "tiny,       BINARY,     2,   20,   3,   1,   0, 3,    false",
        "wide,       BINARY,     2,   200,  900, 100, 0, 5,    true",
        "classes,    MULTICLASS, 100, 5000, 10,  2,   0, 7,    false",
        "levels,     REGRESSION, 1,   5000, 3,   3,   0, 4000, true",
        "quantiles,  QUANTILE,   3,   5000, 3,   3,   0, 9,    true"
    })
    @DisplayName("applies to tables of")
    void everyStartIsComplete(
            String name,
            TaskType type,
            int outputs,
            int rows,
            int numeric,
            int categorical,
            int text,
            int levels,
            boolean missing) {
        TaskShape shape = new TaskShape(type, rows, outputs, numeric, categorical, text, levels, missing);
        List<LearnerProvider> learners =
                Learners.choose(Learners.onClassPath(), List.of(), shape).searched();

        List<Start> order = new WarmStart(
                        KnowledgeBase.shipped(problem -> {
                            throw problem;
                        }),
                        UNKNOWN,
                        Metrics.defaultFor(type))
                .of(learners, shape, Duration.ofMinutes(10), 5)
                .order(Map.of());

        assertThat(order).as(name).hasSizeGreaterThan(MORE_THAN_HAND_SET).doesNotHaveDuplicates();
        for (LearnerProvider learner : learners) {
            List<Start> own = order.stream()
                    .filter(start -> start.learner().equals(learner.name()))
                    .toList();
            assertThat(own).as(learner.name()).isNotEmpty().allSatisfy(start -> {
                assertThat(learner.space(shape).repair(start.configuration())).isEqualTo(start.configuration());
                assertThat(learner.forecast(start.configuration(), shape)).isPositive();
            });
        }
    }
}
