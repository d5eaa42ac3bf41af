package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Importance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoModelTest {
    private final AutoModel model = SampleModels.everyKind();

    @Test
    void severalThreadsPredictTheSame() {
        Table rows = SampleModels.table(5_000, 99);
        float[] alone = model.predict(rows).values().toArray();
        assertThat(model.predict(rows, 3).values().toArray()).isEqualTo(alone);
        assertThat(model.predict(rows, 64).values().toArray()).isEqualTo(alone);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(rows, 0))
                .withMessageContaining("threads is 0");
    }

    @Test
    void whatAThreadThrowsIsThrown() {
        for (int threads : new int[] {1, 4}) {
            assertThatThrownBy(() -> Parallel.run(100, threads, number -> {
                        if (number >= 50) {
                            throw new DataException("piece " + number);
                        }
                    }))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("piece ");
        }
    }

    @Test
    void loadedModelsPredictBitByBitAsTheyDidBefore(@TempDir Path folder) {
        for (AutoModel saved : List.of(model, SampleModels.regression(), SampleModels.prior())) {
            Path file = folder.resolve("m.automl");
            saved.save(file);
            AutoModel loaded = AutoModel.load(file);

            Table rows = SampleModels.table(300, 99);
            assertThat(loaded.predict(rows).values().toArray())
                    .isEqualTo(saved.predict(rows).values().toArray());
            assertThat(loaded.digest()).isEqualTo(saved.digest()).hasSize(64);
            assertThat(loaded.task()).isEqualTo(saved.task());
            assertThat(loaded.schema()).isEqualTo(saved.schema());
            assertThat(loaded.report()).isEqualTo(saved.report());
            assertThat(loaded.containsTrainingRows()).isEqualTo(saved.containsTrainingRows());
        }
    }

    @Test
    void importanceIsKeptAndIsThatOfOneEnsemble(@TempDir Path folder) {
        FittedReport bare = model.report();
        assertThat(bare.importance()).isEqualTo(Importance.NONE);
        Importance importance = new Importance(
                "roc_auc",
                0.875,
                60,
                List.of(
                        new ColumnImportance("colour", -1e-300, -1, 1, 3),
                        new ColumnImportance("amount", 0.25, Double.NaN, Double.NaN, 1)));
        assertThat(importance.columns()).extracting(ColumnImportance::column).containsExactly("amount", "colour");
        FittedReport report = new FittedReport(
                bare.metric(), 0.9, bare.leaderboard(), bare.warnings(), bare.provenance(), importance, bare.traces());
        OperatingPoint same =
                new OperatingPoint(0.9, Duration.ZERO, 1, Map.of(11L, 0.5, 12L, 0.5), PostProcessing.NONE);
        OperatingPoint other = new OperatingPoint(0.8, Duration.ZERO, 1, Map.of(12L, 1.0), PostProcessing.NONE);
        AutoModel saved = AutoModel.of(
                SampleModels.with(new Front(List.of(same, other))).parts().with(report));
        Path file = folder.resolve("m.automl");
        saved.save(file);
        AutoModel loaded = AutoModel.load(file);
        assertThat(loaded.report()).isEqualTo(report);
        assertThat(loaded.at(same).report().importance()).isEqualTo(importance);
        assertThat(loaded.at(other).report().importance()).isEqualTo(Importance.NONE);
        assertThat(loaded.only(11).report().importance()).isEqualTo(Importance.NONE);
    }

    @Test
    void digestTellsModelsApartAndIgnoresReports() {
        assertThat(model.digest()).isEqualTo(SampleModels.everyKind().digest());
        assertThat(model.digest()).isNotEqualTo(SampleModels.regression().digest());
        assertThat(model.digest()).isNotEqualTo(model.only(11).digest());
    }

    @Test
    void aRowOfAMapIsPredictedAsTheSameRowOfATable() {
        Table table = SampleModels.table(40, 5);
        PredictedRows expected = model.predict(table);
        for (int row = 0; row < table.rows(); row++) {
            Prediction one = model.predict(asMap(table, row));
            assertThat(one.label()).isEqualTo(expected.label(row));
            assertThat(new ArrayList<>(one.probabilities().keySet()))
                    .isEqualTo(model.task().classes());
            assertThat(one.probabilities().get("perhaps")).isEqualTo(expected.probability(row, 1));
        }
    }

    @Test
    void blocksOfRowsChangeNothing() {
        Table table = SampleModels.table(2 * RowBlocks.ROWS + 100, 6);
        float[] all = model.predict(table).values().toArray();
        int[] some = {0, RowBlocks.ROWS - 1, RowBlocks.ROWS, 2 * RowBlocks.ROWS + 99};
        float[] alone = model.predict(table.select(some)).values().toArray();
        for (int i = 0; i < some.length; i++) {
            for (int output = 0; output < 3; output++) {
                assertThat(alone[i * 3 + output]).isEqualTo(all[some[i] * 3 + output]);
            }
        }
    }

    @Test
    void probabilitiesSumToOneAndWeighTheMembers() {
        Table table = SampleModels.table(20, 7);
        PredictedRows whole = model.predict(table);
        for (int row = 0; row < table.rows(); row++) {
            double sum = 0;
            for (int output = 0; output < 3; output++) {
                double mean = 0;
                for (Member member : model.members()) {
                    mean += member.weight()
                            * model.only(member.trial()).predict(table).probability(row, output);
                }
                assertThat(whole.probability(row, output)).isCloseTo(mean, within(1e-6));
                sum += whole.probability(row, output);
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void regressionPredictsNumbers() {
        AutoModel regression = SampleModels.regression();
        Table table = SampleModels.table(3, 8);
        PredictedRows rows = regression.predict(table);
        assertThat(Float.parseFloat(rows.label(0))).isEqualTo((float) rows.value(0));
        Prediction one = regression.predict(asMap(table, 0));
        assertThat(one.value()).isEqualTo(rows.value(0));
        assertThat(one.probabilities()).isEmpty();
    }

    @Test
    void aMemberAloneHasItsOwnScoreAndEncoders() {
        AutoModel trees = model.only(11);
        assertThat(trees.members()).hasSize(1);
        assertThat(trees.members().get(0).weight()).isEqualTo(1);
        assertThat(trees.report().score()).isEqualTo(0.875);
        assertThat(trees.containsTrainingRows()).isFalse();
        assertThat(model.containsTrainingRows()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> model.only(15)).withMessageContaining("15");
    }

    @Test
    void membersHaveTheConfigurationsOfTheirTrials() {
        assertThat(model.configuration(model.members().get(0)))
                .hasValueSatisfying(configuration ->
                        assertThat(configuration.integer("depth")).isEqualTo(6));
        assertThat(model.configuration(model.members().get(3))).isEmpty();
    }

    @Test
    void onlyWhatIsReadMustBeThere() {
        Table table = SampleModels.table(10, 9);
        Table needed = without(table, List.of("key", "unused", "class"));
        assertThat(model.predict(needed).values().toArray())
                .isEqualTo(model.predict(table).values().toArray());
        assertThat(model.requiredColumns().columns().stream().map(ColumnSchema::name))
                .containsExactly("amount", "colour", "city", "since", "remark");
    }

    @Test
    void aMissingColumnIsNamed() {
        Table table = without(SampleModels.table(4, 9), List.of("city"));
        assertThatThrownBy(() -> model.predict(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'city'");
        assertThatThrownBy(() -> model.predict(Map.of("amount", 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'colour'");
    }

    @Test
    void unseenLevelsMissingCellsAndUnseenClassesArePredicted() {
        Map<String, Object> row = new HashMap<>();
        row.put("amount", null);
        row.put("colour", "ultraviolet");
        row.put("city", null);
        row.put("since", "not a date");
        row.put("remark", "");
        row.put("class", "a class never seen");
        Prediction prediction = model.predict(row);
        assertThat(model.task().classes()).contains(prediction.label());
        assertThat(prediction.probabilities().values()).allMatch(Double::isFinite);
    }

    @Test
    void aModelWithoutColumnsPredictsEveryRow() {
        AutoModel prior = SampleModels.prior();
        PredictedRows rows = prior.predict(SampleModels.table(RowBlocks.ROWS + 5, 1));
        assertThat(rows.rows()).isEqualTo(RowBlocks.ROWS + 5);
        assertThat(rows.label(RowBlocks.ROWS + 4)).isEqualTo("b");
        assertThat(rows.probability(0, 1)).isEqualTo(0.75);
        assertThat(prior.predict(Map.of()).value()).isEqualTo(0.75);
    }

    @Test
    void noRowsArePredictedAsNoRows() {
        assertThat(model.predict(SampleModels.table(5, 1).select(new int[0])).rows())
                .isZero();
    }

    @Test
    void fourThreadsPredictAsOne() throws Exception {
        Table table = SampleModels.table(500, 10);
        float[] serial = model.predict(table).values().toArray();
        Map<String, Object> row = asMap(table, 3);
        Prediction one = model.predict(row);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<float[]> task = () -> {
                for (int i = 0; i < 50; i++) {
                    assertThat(model.predict(row)).isEqualTo(one);
                }
                return model.predict(table).values().toArray();
            };
            List<Future<float[]>> futures = pool.invokeAll(List.of(task, task, task, task));
            for (Future<float[]> future : futures) {
                assertThat(future.get()).isEqualTo(serial);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        List<Member> members = model.members();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelParts.of(model.task(), model.schema(), List.of(), members, model.report()))
                .withMessageContaining("encoder 0 of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelParts.of(model.task(), model.schema(), List.of(), List.of(), model.report()))
                .withMessageContaining("sum to 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Member(1, "none", 1, List.of()));
        for (ColumnSchema other : List.of(
                ColumnSchema.of("amount", ColumnKind.TEXT),
                ColumnSchema.of("amounts", ColumnKind.NUMERIC),
                ColumnSchema.of("amount", ColumnKind.NUMERIC).withRole(Role.IGNORED),
                ColumnSchema.of("amount", ColumnKind.ID))) {
            List<ColumnSchema> columns = new ArrayList<>(model.schema().columns());
            columns.set(1, other);
            Schema schema = model.schema().withColumns(columns);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ModelParts.of(
                            model.task(), schema, SampleModels.parts().encoders(), members, model.report()))
                    .withMessageContaining("columns of encoder 0 are not those of the schema");
        }
        List<Member> twice = List.of(members.get(0), members.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleModels.of(twice))
                .withMessageContaining("Trial 11 is a member twice");
        Member other = new Member(
                9,
                "linear",
                1,
                List.of(new FoldModel(0, members.get(1).folds().get(0).model())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleModels.of(List.of(other)))
                .withMessageContaining("Member 9 (linear) does not read the 19 columns of encoder 0");
    }

    private static Table without(Table table, List<String> names) {
        List<ColumnSchema> described = new ArrayList<>();
        List<io.automl4j.api.table.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema column = table.schema().columns().get(i);
            if (!names.contains(column.name())) {
                described.add(0, column.withRole(Role.FEATURE));
                columns.add(0, table.column(i));
            }
        }
        return Table.of(Schema.of(described), columns);
    }

    private static Map<String, Object> asMap(Table table, int row) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.schema().columns().get(i).name();
            if (table.column(i) instanceof NumericColumn numbers) {
                map.put(name, numbers.value(row));
            } else if (table.column(i) instanceof TimeColumn times) {
                map.put(name, Instant.ofEpochMilli(times.millis(row)));
            } else if (table.column(i) instanceof StringColumn texts) {
                map.put(name, texts.text(row));
            }
        }
        return map;
    }
}
