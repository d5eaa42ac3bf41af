package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Attempt;
import io.automl4j.meta.Design;
import io.automl4j.meta.Experience;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.search.Start;
import io.automl4j.tabular.conduct.Learners;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes a search space makes what is known of its configurations worthless, and shall notice. */
final class ShippedKnowledgeTest {
    private static final Duration PER_FOLD = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(names = "QUANTILE", mode = EnumSource.Mode.EXCLUDE)
    void itKnowsTheConfigurationsOfToday(TaskType type) {
        List<Experience> tables = KnowledgeBase.shipped(problem -> {
                    throw problem;
                })
                .experiences()
                .stream()
                .filter(table -> table.shape().type() == type)
                .toList();

        assertThat(tables).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tables.stream()
                        .mapToDouble(ShippedKnowledgeTest::known)
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.8);
    }

    /** What part of the design was tried on a table. */
    private static double known(Experience table) {
        List<LearnerProvider> providers = Learners.choose(Learners.onClassPath(), List.of(), table.shape())
                .searched();
        List<Start> design = Design.of(providers, List.of(), table.shape(), PER_FOLD);
        Set<Start> tried = table.attempts().stream().map(Attempt::start).collect(Collectors.toSet());
        return (double) design.stream().filter(tried::contains).count() / design.size();
    }
}
