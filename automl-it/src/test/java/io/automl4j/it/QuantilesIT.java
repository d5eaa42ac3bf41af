package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Validation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles of a number whose spread depends on a column. */
final class QuantilesIT {
    private static final double NORMAL = 1.2816;

    private static Table table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = 10 * random.nextDouble();
            y[row] = 2 * x[row] + spread(x[row]) * random.nextGaussian();
        }
        Schema schema = Schema.of(List.of(
                ColumnSchema.of("x", ColumnKind.NUMERIC),
                ColumnSchema.of("y", ColumnKind.NUMERIC).withRole(Role.TARGET)));
        return Table.of(schema, List.of(NumericColumn.of(x), NumericColumn.of(y)));
    }

    private static double spread(double x) {
        return 0.5 + x / 4;
    }

    private static AutoMlBuilder search() {
        return AutoRegressor.builder()
                .quantiles(0.1, 0.5, 0.9)
                .validation(Validation.folds(2))
                .learners("linear", "xgboost")
                .budget(Budget.trials(6));
    }

    @Test
    void asManyTargetsLieBelowEachAsShould() {
        Table test = table(2_000, 2);
        AutoModel model = search().build().fit(table(800, 1));
        assertThat(model.report().metric()).isEqualTo("mean_pinball_0.1_0.5_0.9");
        PredictedRows rows = model.predict(test);
        NumericColumn truth = (NumericColumn) test.column("y");
        NumericColumn x = (NumericColumn) test.column("x");
        double[] levels = {0.1, 0.5, 0.9};
        for (int i = 0; i < levels.length; i++) {
            int quantile = i;
            double below = IntStream.range(0, test.rows())
                    .filter(row -> truth.value(row) <= rows.quantile(row, quantile))
                    .count();
            assertThat(below / test.rows()).isCloseTo(levels[i], within(0.05));
        }
        double narrow = width(rows, x, 0, 2);
        double wide = width(rows, x, 8, 10);
        assertThat(narrow).isCloseTo(2 * NORMAL * spread(1), within(0.8));
        assertThat(wide).isCloseTo(2 * NORMAL * spread(9), within(2.2));
    }

    private static double width(PredictedRows rows, NumericColumn x, double from, double to) {
        return IntStream.range(0, rows.rows())
                .filter(row -> x.value(row) >= from && x.value(row) < to)
                .mapToDouble(row -> rows.quantile(row, 2) - rows.quantile(row, 0))
                .average()
                .orElseThrow();
    }

    @Test
    void everyLearnerThatCanDoesIt() {
        for (String learner : List.of("xgboost", "linear", "mlp", "resnet")) {
            AutoModel model =
                    search().learners(learner).budget(Budget.trials(1)).build().fit(table(200, 1));
            assertThat(model.members()).extracting(Member::learner).contains(learner);
        }
    }

    @Test
    void reproducibleRunsAreTheSame() {
        AutoMlBuilder search = search().determinism(Determinism.REPRODUCIBLE);
        String first = search.threads(1).build().fit(table(150, 1)).digest();
        assertThat(search.threads(2).build().fit(table(150, 1)).digest()).isEqualTo(first);
    }

    @Test
    void metricsOfOtherTasksAreRefused() {
        Table some = table(60, 1);
        assertThatThrownBy(() -> search().metric(Metrics.RMSE).build().fit(some))
                .hasMessageContaining("Metric 'rmse' is not defined for a QUANTILE task")
                .hasMessageContaining("mean_pinball_0.1_0.5_0.9");
        assertThatThrownBy(() -> search().metric(Metrics.meanPinball(List.of(0.5)))
                        .build()
                        .fit(some))
                .hasMessageContaining("'mean_pinball_0.5' is not defined");
    }
}
