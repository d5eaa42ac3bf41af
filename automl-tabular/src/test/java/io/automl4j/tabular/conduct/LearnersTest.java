package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearnersTest {
    private static final TaskShape SHAPE = new TaskShape(TaskType.BINARY, 500, 2, 8, 0, 0, 0, false);

    private static List<String> searched(String... wanted) {
        return Learners.choose(Learners.onClassPath(), List.of(wanted), SHAPE).searched().stream()
                .map(LearnerProvider::name)
                .toList();
    }

    @Test
    void whatIsOptInWaitsToBeNamed() {
        assertThat(searched()).contains("xgboost", "linear").doesNotContain("lightgbm", "prior");
        assertThat(searched("lightgbm", "linear")).containsExactly("lightgbm", "linear");
    }

    @Test
    void whoeverHasNoFormForTheTaskIsMissedOnlyIfNamed() {
        TaskShape quantiles = new TaskShape(TaskType.QUANTILE, 100, 3, 5, 0, 0, 0, false);
        Learners usual = Learners.choose(Learners.onClassPath(), List.of(), quantiles);
        assertThat(usual.searched())
                .extracting(LearnerProvider::name)
                .contains("xgboost", "linear")
                .doesNotContain("knn");
        assertThat(usual.warnings()).isEmpty();
        assertThat(Learners.choose(Learners.onClassPath(), List.of("knn", "linear"), quantiles)
                        .warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.message()).contains("'knn' cannot be used", "no QUANTILE form"));
    }

    @Test
    void unknownAndDoubleNamesAreRefused() {
        assertThatThrownBy(() -> searched("oracle"))
                .hasMessageContaining("no learner 'oracle'")
                .hasMessageContaining("xgboost");
        LearnerProvider one = Learners.onClassPath().get(0);
        assertThatThrownBy(() -> Learners.choose(List.of(one, one), List.of(), SHAPE))
                .hasMessageContaining("Two learners have the name '%s'".formatted(one.name()));
    }
}
