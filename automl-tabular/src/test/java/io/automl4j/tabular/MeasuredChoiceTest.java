package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.Front;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.PostProcessing;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MeasuredChoiceTest {
    private static final OperatingPoint BEST = point(0.9, 80, 9_000);
    private static final OperatingPoint FASTER = point(0.8, 40, 10_000);
    private static final OperatingPoint SMALL = point(0.7, 60, 100);
    private static final List<OperatingPoint> FRONT = List.of(BEST, FASTER, SMALL);

    private static OperatingPoint point(double score, int micros, long bytes) {
        return new OperatingPoint(
                score, Duration.ofNanos(1_000L * micros), bytes, Map.of(1L, 1.0), PostProcessing.NONE);
    }

    private static MeasuredChoice bounded(Constraint... constraints) {
        return new MeasuredChoice(new Goals(List.of(), List.of(constraints)));
    }

    private static ModelParts fitted() {
        return AutoRegressor.builder()
                .with(new DescentProvider())
                .learners(DescentProvider.NAME)
                .objectives(Objectives.LATENCY, Objectives.SIZE)
                .validation(Validation.folds(3))
                .budget(Budget.trials(1))
                .build()
                .fit(SyntheticTables.learnable(TaskType.REGRESSION, 200, 1).table())
                .parts();
    }

    private static Constraint latency(int micros) {
        return new Constraint(Objectives.LATENCY, 1_000.0 * micros);
    }

    @Test
    void theBestWithinTheBoundsIsTaken() {
        assertThat(bounded().chosen(FRONT)).isEqualTo(BEST);
        assertThat(bounded(latency(80)).chosen(FRONT)).isEqualTo(BEST);
        assertThat(bounded(latency(79)).chosen(FRONT)).isEqualTo(FASTER);
    }

    /** Also where the first one keeps them, since a smaller one may be measured slower. */
    @Test
    void allThatIsOfferedKeepsTheBounds() {
        Constraint bytes = new Constraint(Objectives.SIZE, 9_500);
        assertThat(bounded(latency(80), bytes).offered(FRONT, BEST)).containsExactly(BEST, SMALL);

        ModelParts parts = fitted();
        List<OperatingPoint> points = parts.front().points();
        assertThat(points).hasSizeGreaterThan(1);
        ModelParts measured = parts.with(new Front(IntStream.range(0, points.size())
                .mapToObj(i -> points.get(i).withLatency(Duration.ofNanos(i == 1 ? 99_000 : 10_000)))
                .toList()));
        assertThat(bounded(latency(80)).of(measured, event -> {}).front().points())
                .hasSize(points.size() - 1)
                .startsWith(measured.front().points().get(0));
        assertThat(bounded(latency(99)).of(measured, event -> {})).isSameAs(measured);
    }

    @Test
    void bothFiguresAreNamed() {
        DataWarning warning = bounded(latency(79)).warning(BEST, FASTER);
        assertThat(warning.message()).contains("exceeds latency <= 79.0 us with 80.0 us a row, models of 9,000 bytes");
        assertThat(warning.action()).contains("best within it: 40.0 us a row, models of 10,000 bytes");
    }

    @Test
    void whereNothingKeepsTheBoundsTheNearestIsTaken() {
        MeasuredChoice choice = bounded(latency(50), new Constraint(Objectives.SIZE, 120));
        assertThat(choice.chosen(FRONT)).isEqualTo(SMALL);
        assertThat(choice.warning(BEST, SMALL).message())
                .startsWith("No ensemble that learned keeps latency <= 50.0 us and size <= 120 bytes, as measured");
    }

    @Test
    void whatDoesNotKeepTheBoundsIsNotOffered() {
        assertThat(bounded(latency(79)).offered(FRONT, FASTER))
                .startsWith(FASTER)
                .doesNotContain(BEST);
        MeasuredChoice none = bounded(latency(50), new Constraint(Objectives.SIZE, 120));
        assertThat(none.offered(FRONT, SMALL)).startsWith(SMALL).containsExactlyInAnyOrderElementsOf(FRONT);
    }
}
