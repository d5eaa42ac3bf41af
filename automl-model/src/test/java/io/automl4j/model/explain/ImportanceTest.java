package io.automl4j.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Decision;
import io.automl4j.model.ModelParts;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.SampleModels;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private final Table table = Planted.classes(300, 3, 1);
    /** Looks at {@code x0} only. */
    private final AutoModel model = Planted.model(
            table, Planted.CLASSES, LinearModel.of(new float[] {20, 0, 0}, new float[] {-10}, Link.LOGISTIC));

    @Test
    void aColumnThatDecidesCountsAndOthersDoNot() {
        Importance importance = model.explain().importance(table, new Draws(8, 1));
        assertThat(importance.metric()).isEqualTo("log_loss");
        assertThat(importance.rows()).isEqualTo(300);
        assertThat(importance.columns().get(0).column()).isEqualTo("x0");
        ColumnImportance first = importance.of("x0").orElseThrow();
        assertThat(first.low()).isPositive().isLessThan(first.mean());
        assertThat(first.high()).isGreaterThan(first.mean());
        assertThat(first.repeats()).isEqualTo(8);
        for (String idle : List.of("x1", "x2")) {
            assertThat(importance.of(idle)).contains(new ColumnImportance(idle, 0, 0, 0, 8));
        }
        assertThat(importance.of("y")).isEmpty();
    }

    /** Half of the permuted rows have their class by chance. */
    @Test
    void theRiseIsThatOfTheMetric() {
        Importance importance = model.explain().importance(table, Metrics.ACCURACY, new Draws(30, 2));
        assertThat(importance.score()).isEqualTo(1);
        assertThat(importance.of("x0").orElseThrow().mean()).isCloseTo(0.5, within(0.05));
    }

    /** A model that says yes only where it is all but certain misses some: F1 knows, log loss does not. */
    @Test
    void metricsOfClassesSeeThoseThatTheModelDecidesFor() {
        ModelParts parts = model.parts();
        Decision strict = Decision.threshold(0.999);
        PostProcessing processing = new PostProcessing(
                PostProcessing.NONE.calibration(), strict, Map.of("f1", strict), PostProcessing.NONE.conformal());
        Explainer deciding = AutoModel.of(parts.with(processing)).explain();
        Draws draws = new Draws(2, 1);
        assertThat(model.explain().importance(table, Metrics.F1, draws).score()).isEqualTo(1);
        assertThat(deciding.importance(table, Metrics.F1, draws).score()).isBetween(0.3, 0.7);
        assertThat(deciding.importance(table, Metrics.LOG_LOSS, draws))
                .isEqualTo(model.explain().importance(table, Metrics.LOG_LOSS, draws));
    }

    /** The interval is meant to hold what other tables of as many rows give, 19 times of 20. */
    @Test
    void intervalsCoverOtherTables() {
        double truth = model.explain()
                .importance(Planted.classes(20_000, 3, 99), Metrics.ACCURACY, new Draws(2, 3))
                .of("x0")
                .orElseThrow()
                .mean();
        int covered = 0;
        for (int i = 0; i < 100; i++) {
            ColumnImportance found = model.explain()
                    .importance(Planted.classes(60, 3, 100 + i), Metrics.ACCURACY, new Draws(6, i))
                    .of("x0")
                    .orElseThrow();
            covered += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }
        // 90 or fewer of 100 would come in 3 of 100 times, were it 95 % exactly
        assertThat(covered).isGreaterThan(90);
    }

    @Test
    void theSameSeedGivesTheSame() {
        Explainer explainer = SampleModels.everyKind().explain();
        Table rows = SampleModels.table(60, 3);
        Importance once = explainer.importance(rows, Metrics.LOG_LOSS, new Draws(2, 5));
        assertThat(explainer.importance(rows, Metrics.LOG_LOSS, new Draws(2, 5)))
                .isEqualTo(once);
        assertThat(explainer.importance(rows, Metrics.LOG_LOSS, new Draws(2, 6)))
                .isNotEqualTo(once);
        assertThat(once.columns())
                .extracting(ColumnImportance::column)
                .containsExactlyInAnyOrder("amount", "colour", "city", "since", "remark");
        assertThat(once.columns()).extracting(ColumnImportance::mean).doesNotContain(0.0);
    }

    @Test
    void rowsWithoutATargetOrWeightDoNotCount() {
        StringColumn target = (StringColumn) table.column("y");
        List<String> cells = IntStream.range(0, 300)
                .mapToObj(row -> row < 200 ? target.text(row) : "")
                .toList();
        ColumnSchema described = ColumnSchema.of("y", ColumnKind.CATEGORICAL).withRole(Role.TARGET);
        Table some = Planted.with(table, described, StringColumn.of(cells));
        int[] first = IntStream.range(0, 200).toArray();
        Importance expected = model.explain().importance(table.select(first), new Draws(3, 1));
        assertThat(model.explain().importance(some, new Draws(3, 1))).isEqualTo(expected);

        double[] weights = new double[300];
        Arrays.fill(weights, 0, 200, 1);
        Table weighted = Planted.with(
                table, ColumnSchema.of("w", ColumnKind.NUMERIC).withRole(Role.WEIGHT), NumericColumn.of(weights));
        AutoModel ofWeighted = Planted.model(
                weighted, Planted.CLASSES, LinearModel.of(new float[] {20, 0, 0}, new float[] {-10}, Link.LOGISTIC));
        Importance seen = ofWeighted.explain().importance(weighted, new Draws(3, 1));
        assertThat(seen.score()).isCloseTo(expected.score(), within(1e-12));
    }

    @Test
    void aNegativeWeightIsNamed() {
        double[] weights = new double[300];
        weights[7] = -1;
        Table negative = Planted.with(
                table, ColumnSchema.of("w", ColumnKind.NUMERIC).withRole(Role.WEIGHT), NumericColumn.of(weights));
        AutoModel ofWeighted = Planted.model(
                negative, Planted.CLASSES, LinearModel.of(new float[] {20, 0, 0}, new float[] {-10}, Link.LOGISTIC));
        assertThatThrownBy(() -> ofWeighted.explain().importance(negative, new Draws(3, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Row 8 has the weight -1.0 in column 'w'");
    }

    @Test
    void aTargetOfNumbersWrittenAsTextsIsRead() {
        Table numbers = Planted.numbers(50, 2, 4);
        AutoModel regression = Planted.model(
                numbers, Planted.NUMBER, LinearModel.of(new float[] {1, 1}, new float[] {0}, Link.IDENTITY));
        List<String> texts = IntStream.range(0, 50)
                .mapToObj(row -> numbers.column("y").text(row))
                .toList();
        Table written = Planted.with(numbers, ColumnSchema.of("y", ColumnKind.CATEGORICAL), StringColumn.of(texts));
        assertThat(regression.explain().importance(written, new Draws(3, 1)))
                .isEqualTo(regression.explain().importance(numbers, new Draws(3, 1)));
    }

    @Test
    void whatIsMissingIsNamed() {
        Explainer explainer = model.explain();
        Draws draws = new Draws(2, 1);
        Table bare = table.withTarget("x2");
        Table without = Table.of(
                bare.schema().withColumns(bare.schema().columns().subList(0, 3)),
                bare.columns().subList(0, 3));
        assertThatThrownBy(() -> explainer.importance(without, draws))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'y'")
                .hasMessageContaining("Maybe");
        ColumnSchema target = ColumnSchema.of("y", ColumnKind.CATEGORICAL);
        Table strange = Planted.with(table, target, StringColumn.of(Collections.nCopies(300, "perhaps")));
        assertThatThrownBy(() -> explainer.importance(strange, draws))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'perhaps'")
                .hasMessageContaining("[no, yes]");
        Table empty = Planted.with(table, target, StringColumn.of(Collections.nCopies(300, "")));
        assertThatThrownBy(() -> explainer.importance(empty, draws))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no value in any of 300 rows");
        Table one = table.select(new int[] {0});
        assertThatThrownBy(() -> explainer.importance(one, Metrics.ROC_AUC, draws))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'roc_auc' is not defined");
        assertThatThrownBy(() -> new Draws(0, 1)).hasMessageContaining("count is 0");
    }

    @Test
    void aCancellationLeavesOutWhatWasNotPermuted() {
        AtomicInteger asked = new AtomicInteger();
        Cancellation afterTwo = () -> asked.incrementAndGet() > 3;
        PermutationImportance permuted =
                new PermutationImportance(rows -> model.predict(rows).values(), labels(), Metrics.LOG_LOSS);
        Importance importance = permuted.of(table, List.of("x0", "x1", "x2"), new Draws(5, 1), afterTwo);
        assertThat(importance.columns()).extracting(ColumnImportance::column).containsExactly("x0", "x1");
        assertThat(importance.columns().get(0).low()).isNaN();
    }

    private Labels labels() {
        return Labels.of(IntStream.range(0, 300)
                .mapToDouble(row -> table.column("y").text(row).equals("yes") ? 1 : 0)
                .toArray());
    }

    @Test
    void aModelOfNoColumnHasNone() {
        Table rows = Table.of(
                SampleModels.prior().schema(),
                List.of(NumericColumn.of(1, 2, 3), StringColumn.of(List.of("a", "b", "b"))));
        Importance importance = SampleModels.prior().explain().importance(rows, Metrics.LOG_LOSS, new Draws(2, 1));
        assertThat(importance.columns()).isEmpty();
        assertThat(importance.score()).isPositive();
    }

    @Test
    void boundsOfStudentAreThoseOfTables() {
        assertThat(Student.bound(1)).isEqualTo(12.706);
        assertThat(Student.bound(16)).isCloseTo(2.120, within(0.001));
        assertThat(Student.bound(30)).isCloseTo(2.042, within(0.001));
        assertThat(Student.bound(1000)).isCloseTo(1.962, within(0.001));
    }
}
