package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Interval;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a learner that ends too soon, so that all it says is too near to the mean, which a stack mends. */
final class StackedModelTest {
    private static final int ROWS = 900;

    @TempDir
    Path folder;

    /** A number that is four times another one, which comes in thirty groups. */
    private static Table table(long seed, Role ofGroups) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(i -> random.nextGaussian()).toArray();
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(i -> 4 * x[i] + 0.2 * random.nextGaussian())
                .toArray();
        double[] group = IntStream.range(0, ROWS).mapToDouble(i -> i % 30).toArray();
        Schema schema = Schema.of(List.of(
                ColumnSchema.of("x", ColumnKind.NUMERIC),
                ColumnSchema.of("group", ColumnKind.NUMERIC).withRole(ofGroups),
                ColumnSchema.of("y", ColumnKind.NUMERIC).withRole(Role.TARGET)));
        return Table.of(schema, List.of(NumericColumn.of(x), NumericColumn.of(group), NumericColumn.of(y)));
    }

    private static Table table(long seed) {
        return table(seed, Role.IGNORED);
    }

    private static AutoMlBuilder search() {
        return AutoRegressor.builder()
                .with(new DescentProvider(3))
                .learners(DescentProvider.NAME)
                .validation(Validation.folds(3))
                .budget(Budget.trials(1))
                .threads(1);
    }

    private static List<Long> stacked(OperatingPoint point) {
        return point.processing().stack().map(Stack::members).orElse(List.of());
    }

    @Test
    void theScoreIsThatOfRowsThatNothingHasSeen() {
        AutoModel model = search().build().fit(table(1));
        AutoModel plain = search().without(Part.STACKING).build().fit(table(1));
        Table others = table(2);

        assertThat(model.parts().processing().stack()).isPresent();
        assertThat(plain.parts().processing().stack()).isEmpty();
        assertThat(model.front().accurate().bytes())
                .isGreaterThan(plain.front().accurate().bytes());
        assertThat(model.report().score()).isLessThan(0.3 * plain.report().score());
        // the mean of three models errs less than each of them, which is what the score tells
        assertThat(rmse(model, others))
                .isBetween(0.7 * model.report().score(), 1.05 * model.report().score());
        List<Interval> intervals = model.predictInterval(others, 0.9);
        NumericColumn truth = (NumericColumn) others.column(2);
        assertThat(IntStream.range(0, ROWS)
                        .filter(row -> intervals.get(row).contains(truth.value(row)))
                        .count())
                .isBetween(ROWS * 87L / 100, ROWS * 97L / 100);
    }

    private static double rmse(AutoModel model, Table table) {
        NumericColumn truth = (NumericColumn) table.column(2);
        double[] y = IntStream.range(0, ROWS).mapToDouble(truth::value).toArray();
        Predictions predicted = model.predict(table).values();
        return Metrics.RMSE.score(Labels.of(y), predicted);
    }

    /** Also where these are trained again, under numbers of their own. */
    @Test
    void aStackGoesWithItsMembers() throws IOException {
        AutoModel model =
                search().objectives(Objectives.LATENCY, Objectives.SIZE).build().fit(table(1));

        Set<Long> again = model.leaderboard().stream()
                .filter(row -> row.status() == LeaderboardRow.Status.REFITTED)
                .map(LeaderboardRow::trial)
                .collect(Collectors.toSet());
        List<OperatingPoint> points = model.front().points();
        assertThat(points)
                .filteredOn(point -> again.containsAll(point.shares().keySet()))
                .as("single models")
                .anyMatch(point -> point.shares().keySet().equals(Set.copyOf(stacked(point))));
        assertThat(stacked(points.get(0)))
                .containsExactlyElementsOf(points.get(0).shares().keySet());
        Path file = folder.resolve("stacked.automl");
        model.save(file);
        AutoModel loaded = AutoModel.load(file);
        assertThat(loaded.front()).isEqualTo(model.front());
        for (OperatingPoint point : loaded.front().points()) {
            AutoModel one = model.at(point);
            assertThat(one.predict(table(2)).values().toArray())
                    .isEqualTo(loaded.at(point).predict(table(2)).values().toArray());
        }
    }

    /** One part, whose models are trained again on all rows; and folds that are drawn several times. */
    @Test
    void aStackStandsForHoldOutAndRepeatedFoldsToo() {
        for (Validation validation : List.of(Validation.holdOut(0.6), Validation.auto())) {
            AutoModel stacked = search().validation(validation).build().fit(table(1));
            AutoModel plain = search().validation(validation)
                    .without(Part.STACKING)
                    .build()
                    .fit(table(1));

            assertThat(stacked.parts().processing().stack()).isPresent();
            assertThat(rmse(stacked, table(2))).isLessThan(0.5 * rmse(plain, table(2)));
        }
    }

    @Test
    void reproducibleRunsHaveTheSameStack() {
        assertThat(search().build().fit(table(1)).digest())
                .isEqualTo(search().build().fit(table(1)).digest());
    }

    /** Rows of a group are alike: a part that learns from some of them would know the others. */
    @Test
    void whereFoldsAreNotDrawnThereIsNoStack() {
        AutoModel model = search().build().fit(table(1, Role.GROUP));
        assertThat(model.parts().processing().stack()).isEmpty();
    }

    @Test
    void whatHasNotLearnedKeepsItsStack() {
        AutoModel model = search().build().fit(table(1));

        Updated updated = ModelUpdate.of(model).threads(1).run(table(2));

        assertThat(updated.continued()).isZero();
        assertThat(updated.after()).isEqualTo(updated.before());
        assertThat(updated.model().parts().processing().stack())
                .isEqualTo(model.parts().processing().stack());
    }

    @Test
    void whatHasLearnedIsStackedAnew() {
        AutoModel model = search().build().fit(table(1));

        Updated updated =
                ModelUpdate.of(model).with(new DescentProvider(3)).threads(1).run(table(2));

        assertThat(updated.continued()).isEqualTo(1);
        assertThat(updated.after()).isLessThanOrEqualTo(updated.before());
        assertThat(updated.model().front().points())
                .allMatch(point ->
                        stacked(point).isEmpty() || point.shares().keySet().equals(Set.copyOf(stacked(point))));
    }
}
