package io.automl4j.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.model.SampleModels;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.TreesModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectTest {
    private final Table table = Planted.numbers(200, 2, 1);
    private final AutoModel linear =
            Planted.model(table, Planted.NUMBER, LinearModel.of(new float[] {2, -3}, new float[] {1}, Link.IDENTITY));

    @Test
    void bothEffectsOfALineAreTheLine() {
        Effect dependence = linear.explain().partialDependence(table, "x1", 10);
        Effect accumulated = linear.explain().accumulatedLocalEffects(table, "x1", 10);
        assertThat(dependence.points()).hasSize(10);
        assertThat(accumulated.points()).hasSize(10);
        for (Effect effect : List.of(dependence, accumulated)) {
            Effect.Point first = effect.points().get(0);
            for (Effect.Point point : effect.points()) {
                double along = Double.parseDouble(point.value()) - Double.parseDouble(first.value());
                assertThat(point.outputs().get(0)).isCloseTo(first.outputs().get(0) - 3 * along, within(1e-5));
            }
            assertThat(effect.points().stream().mapToInt(Effect.Point::rows).sum())
                    .isEqualTo(200);
        }
        // 1 + 2 times the mean of x0 - 3 times the value
        double mean = IntStream.range(0, 200)
                .mapToDouble(((NumericColumn) table.column("x0"))::value)
                .average()
                .orElseThrow();
        Effect.Point last = dependence.points().get(9);
        assertThat(last.outputs().get(0)).isCloseTo(1 + 2 * mean - 3 * Double.parseDouble(last.value()), within(1e-5));
    }

    /** What is predicted high lies where no row is: partial dependence goes there, accumulated effects do not. */
    @Test
    void accumulatedEffectsStayNearTheRows() {
        double[] same = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
        Table twins = Planted.with(
                Planted.with(
                        Planted.numbers(100, 2, 1), ColumnSchema.of("x0", ColumnKind.NUMERIC), NumericColumn.of(same)),
                ColumnSchema.of("x1", ColumnKind.NUMERIC),
                NumericColumn.of(same));
        // 1 where x0 is more than 0.5 and x1 at most 0.2
        TreesModel corner = TreesModel.boosted(Link.IDENTITY, 0)
                .add(
                        RandomTree.of(
                                new float[][] {{0, 0.5f, 1, 2}, {}, {1, 0.2f, 3, 4}, {}, {}},
                                new float[] {0, 0, 0, 1, 0}),
                        0)
                .build();
        AutoModel model = Planted.model(twins, Planted.NUMBER, corner);
        Effect dependence = model.explain().partialDependence(twins, "x0", 20);
        assertThat(dependence.points().get(19).outputs().get(0)).isCloseTo(0.21, within(1e-6));
        Effect accumulated = model.explain().accumulatedLocalEffects(twins, "x0", 20);
        assertThat(accumulated.points())
                .allSatisfy(point -> assertThat(point.outputs()).containsExactly(0.0));
    }

    @Test
    void everyKindOfColumnHasItsValues() {
        AutoModel model = SampleModels.everyKind();
        Table rows = SampleModels.table(150, 4);
        Explainer explainer = model.explain();
        Effect colours = explainer.partialDependence(rows, "colour", 3);
        assertThat(colours.points()).hasSize(3);
        assertThat(colours.points()).extracting(Effect.Point::rows).isSortedAccordingTo((a, b) -> b - a);
        Effect since = explainer.partialDependence(rows, "since", 4);
        assertThat(since.points())
                .extracting(point -> Instant.parse(point.value()))
                .isSorted();
        Effect amount = explainer.partialDependence(rows, "amount", 5);
        assertThat(amount.points()).hasSize(6).last().satisfies(missing -> {
            assertThat(missing.value()).isEmpty();
            assertThat(missing.rows()).isEqualTo(rows.column("amount").missing());
        });
        PredictedRows first =
                model.predict(same(rows, "colour", colours.points().get(0).value()));
        for (int output = 0; output < 3; output++) {
            int of = output;
            double mean = IntStream.range(0, 150)
                    .mapToDouble(row -> first.probability(row, of))
                    .average()
                    .orElseThrow();
            assertThat(colours.points().get(0).outputs().get(output)).isCloseTo(mean, within(1e-9));
        }
        for (String column : List.of("colour", "city", "since", "amount")) {
            Effect accumulated = explainer.accumulatedLocalEffects(rows, column, 6);
            assertThat(accumulated.points())
                    .allSatisfy(point -> assertThat(point.outputs().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum())
                            .isCloseTo(0, within(1e-5)));
        }
    }

    private static Table same(Table table, String column, String value) {
        int index = table.schema().requireIndex(column);
        Column cells = StringColumn.of(Collections.nCopies(table.rows(), value));
        return Cells.replaced(table, index, cells);
    }

    /** The levels are drawn around 4, 1, 3 and 2: that is their order. */
    @Test
    void levelsStandBesideThoseWhoseRowsAreAlike() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> names = List.of("d", "a", "c", "b");
        double[] middle = {4, 1, 3, 2};
        int[] codes = IntStream.range(0, 400).map(row -> row % 4).toArray();
        double[] x0 = Arrays.stream(codes)
                .mapToDouble(code -> middle[code] + 2 * random.nextDouble())
                .toArray();
        Table rows = Planted.with(
                Planted.with(
                        Planted.numbers(400, 1, 1), ColumnSchema.of("x0", ColumnKind.NUMERIC), NumericColumn.of(x0)),
                ColumnSchema.of("level", ColumnKind.CATEGORICAL),
                StringColumn.of(names, codes));
        AutoModel model =
                Planted.model(rows, Planted.NUMBER, LinearModel.of(new float[] {1, 2}, new float[] {0}, Link.IDENTITY));
        Effect effect = model.explain().accumulatedLocalEffects(rows, "level", 10);
        assertThat(effect.points()).extracting(Effect.Point::value).containsExactly("d", "c", "b", "a");
        double mean = effect.points().stream()
                .mapToDouble(point -> point.rows() * point.outputs().get(0))
                .sum();
        assertThat(mean).isCloseTo(0, within(1e-6));
    }

    @Test
    void columnsWithoutAnEffectAreNamed() {
        Explainer explainer = SampleModels.everyKind().explain();
        Table rows = SampleModels.table(20, 4);
        for (String column : List.of("remark", "key", "nothing")) {
            assertThatThrownBy(() -> explainer.partialDependence(rows, column, 5))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("'" + column + "'")
                    .hasMessageContaining("Maybe");
        }
        assertThatThrownBy(() -> explainer.accumulatedLocalEffects(same(rows, "city", ""), "city", 5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'city' is missing in all 20 rows");
        assertThatThrownBy(() -> explainer.partialDependence(rows.select(new int[0]), "city", 5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.partialDependence(rows, "city", 1))
                .withMessageContaining("two values");
    }

    @Test
    void levelsThatNoRowHasAreLeftOut() {
        Table many = SampleModels.table(500, 4);
        Table few = many.select(new int[] {3, 4, 5});
        Table compact = Cells.compact(few);
        assertThat(((StringColumn) compact.column("key")).levels()).hasSize(3);
        for (int column = 0; column < few.columns().size(); column++) {
            for (int row = 0; row < 3; row++) {
                assertThat(compact.column(column).text(row))
                        .isEqualTo(few.column(column).text(row));
            }
        }
    }

    @Test
    void oneValueHasNoEffect() {
        Table rows = SampleModels.table(20, 4);
        Effect effect = SampleModels.everyKind().explain().accumulatedLocalEffects(same(rows, "city", "x"), "city", 5);
        assertThat(effect.points()).hasSize(1);
        assertThat(effect.points().get(0).outputs()).containsExactly(0.0, 0.0, 0.0);
    }
}
