package io.automl4j.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.SampleModels;
import io.automl4j.model.parse.Conform;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledShapleyTest {
    private static final int BACKGROUND = 5;

    /** Against all subsets of the five columns, of every kind; the error of a value is known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void valuesAreThoseOfAllSubsets(long seed) {
        for (AutoModel model : List.of(SampleModels.everyKind(), SampleModels.regression())) {
            Table rows = SampleModels.table(2, seed);
            Table background = SampleModels.table(BACKGROUND, seed + 100);
            Attributions sampled = model.explain().shapley(rows, background, new Draws(40, seed));
            for (int row = 0; row < 2; row++) {
                for (int output = 0; output < sampled.outputs(); output++) {
                    double[] exact = exact(model, rows.select(new int[] {row}), background, output);
                    for (int column = 0; column < exact.length; column++) {
                        // 50 values in all: one beyond 5 errors would come once in 30,000 runs
                        assertThat(sampled.value(row, column, output))
                                .isCloseTo(exact[column], within(5 * sampled.error(row, column, output) + 1e-6));
                    }
                }
            }
        }
    }

    private static double[] exact(AutoModel model, Table row, Table background, int output) {
        Table all = Cells.joined(
                Conform.table(row, model.requiredColumns()), Conform.table(background, model.requiredColumns()));
        int columns = all.columns().size();
        double[] worth = IntStream.range(0, 1 << columns)
                .mapToDouble(subset -> {
                    List<Column> mixed = new ArrayList<>();
                    for (int column = 0; column < columns; column++) {
                        boolean known = (subset >> column & 1) != 0;
                        mixed.add(all.column(column)
                                .select(IntStream.rangeClosed(1, BACKGROUND)
                                        .map(i -> known ? 0 : i)
                                        .toArray()));
                    }
                    float[] predicted = model.predict(Table.of(all.schema(), mixed))
                            .values()
                            .toArray();
                    int outputs = predicted.length / BACKGROUND;
                    return IntStream.range(0, BACKGROUND)
                            .mapToDouble(i -> predicted[i * outputs + output])
                            .average()
                            .orElseThrow();
                })
                .toArray();
        return Subsets.shapley(columns, subset -> worth[subset]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void baseAndValuesSumToThePrediction(int draws) {
        AutoModel model = SampleModels.everyKind();
        Table rows = SampleModels.table(4, 8);
        Table background = SampleModels.table(7, 9);
        Attributions why = model.explain().shapley(rows, background, new Draws(draws, 3));
        assertThat(why.columns()).containsExactly("amount", "colour", "city", "since", "remark");
        assertThat(why.rows()).isEqualTo(4);
        for (int output = 0; output < 3; output++) {
            double mean = 0;
            for (int row = 0; row < 7; row++) {
                mean += model.predict(background).probability(row, output) / 7;
            }
            assertThat(why.base(output)).isCloseTo(mean, within(1e-9));
            for (int row = 0; row < 4; row++) {
                double sum = why.base(output);
                for (int column = 0; column < 5; column++) {
                    sum += why.value(row, column, output);
                    assertThat(why.error(row, column, output)).isNotNaN();
                }
                assertThat(sum).isCloseTo(why.prediction(row, output), within(1e-9));
                assertThat(why.prediction(row, output))
                        .isEqualTo(model.predict(rows).probability(row, output));
            }
        }
    }

    /** Where columns do not act together a value is slope times distance, whatever the order, in many walks at once. */
    @Test
    void aLineIsExactWithOneOrder() {
        Table table = Planted.numbers(300, 12, 2);
        float[] slopes = new float[12];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = i - 5;
        }
        AutoModel model = Planted.model(table, Planted.NUMBER, LinearModel.of(slopes, new float[] {3}, Link.IDENTITY));
        Attributions why = model.explain().shapley(table.select(new int[] {4}), table, new Draws(1, 1));
        for (int column = 0; column < 12; column++) {
            NumericColumn cells = (NumericColumn) table.column(column);
            double mean =
                    IntStream.range(0, 300).mapToDouble(cells::value).average().orElseThrow();
            assertThat(why.value(0, column, 0)).isCloseTo(slopes[column] * (cells.value(4) - mean), within(1e-4));
        }
    }

    @Test
    void theErrorIsUnknownOfOnePair() {
        Table table = Planted.numbers(3, 1, 2);
        AutoModel model =
                Planted.model(table, Planted.NUMBER, LinearModel.of(new float[] {1}, new float[] {3}, Link.IDENTITY));
        Table one = table.select(new int[] {0});
        Attributions why = model.explain().shapley(table, one, new Draws(1, 1));
        assertThat(why.error(1, 0, 0)).isNaN();
        assertThat(why.value(0, 0, 0)).isZero();
        assertThat(why.value(1, 0, 0)).isCloseTo(why.prediction(1, 0) - why.base(0), within(1e-9));
        assertThatThrownBy(() -> why.value(0, 1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> model.explain().shapley(table, table.select(new int[0]), new Draws(1, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no rows");
    }

    @Test
    void aModelOfNoColumnHasItsBaseAlone() {
        Table rows = Table.of(
                SampleModels.prior().schema(), List.of(NumericColumn.of(1, 2), StringColumn.of(List.of("a", "b"))));
        Attributions why = SampleModels.prior().explain().shapley(rows, rows, new Draws(1, 1));
        assertThat(why.columns()).isEmpty();
        assertThat(why.rows()).isEqualTo(2);
        assertThat(why.base(1)).isEqualTo(why.prediction(1, 1)).isEqualTo(0.75);
    }
}
