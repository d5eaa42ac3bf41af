package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Interval;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intervals and sets hold the truth of rows that a model has not seen as often as is asked for. */
final class CoverageIT {
    private static final double COVERAGE = 0.9;
    /** Four standard errors: 0.0067 of the share of 2,000 rows, 0.0113 of what 700 out-of-fold rows leave unknown. */
    private static final double NEAR = 0.052;

    private static final int KNOWN = 700;

    /** Rows of one table, as any level may be in any of them. */
    private static Sample rows(TaskType type, int from, int to) {
        return SyntheticTables.learnable(type, KNOWN + 2_000, 1)
                .select(IntStream.range(from, to).toArray());
    }

    private static Sample unseen(TaskType type) {
        return rows(type, KNOWN, KNOWN + 2_000);
    }

    private static AutoModel fitted(TaskType type) {
        return AutoMl.builder()
                .learners("linear", "xgboost")
                .validation(Validation.folds(3))
                .budget(Budget.trials(4))
                .determinism(Determinism.REPRODUCIBLE)
                .build()
                .fit(rows(type, 0, KNOWN).table());
    }

    @Test
    void intervalsHoldTheTruth() {
        Sample unseen = unseen(TaskType.REGRESSION);
        List<Interval> intervals = fitted(TaskType.REGRESSION).predictInterval(unseen.table(), COVERAGE);
        double held = IntStream.range(0, intervals.size())
                .filter(row -> intervals.get(row).contains(unseen.labels().target(row)))
                .count();
        assertThat(held / intervals.size()).isCloseTo(COVERAGE, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS"})
    void setsHoldTheTruth(TaskType type) {
        Sample unseen = unseen(type);
        List<List<String>> sets = fitted(type).predictSet(unseen.table(), COVERAGE);
        double held = IntStream.range(0, sets.size())
                .filter(row -> sets.get(row)
                        .contains(unseen.task().classes().get(unseen.labels().label(row))))
                .count();
        assertThat(held / sets.size()).isCloseTo(COVERAGE, within(NEAR));
        assertThat(sets.stream().mapToInt(List::size).average().orElseThrow())
                .as("not all classes")
                .isLessThan(unseen.task().classes().size() - 0.3);
    }
}
