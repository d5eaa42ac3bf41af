package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.UpdateRefusedException;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.ModelUpdate;
import io.automl4j.tabular.Updated;
import io.automl4j.tabular.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of earlier models in new searches, and models that go on with new rows. */
final class TransferIT {
    private static final int COLUMNS = 6;
    private static final int ROWS = 600;
    private static final ToDoubleFunction<double[]> NOISE = row -> 0;
    private static final ToDoubleFunction<double[]> BEFORE = row -> 3 * row[0] + 2 * row[1] * row[2];
    /** Half of what was true is the other way about. */
    private static final ToDoubleFunction<double[]> DRIFTED = row -> -3 * row[0] + 2 * row[1] * row[2];

    /** Rows of normal numbers, whose class is drawn by the odds that a function gives. */
    private static Table table(int rows, long seed, ToDoubleFunction<double[]> logOdds) {
        return table(rows, seed, (row, random) -> {
            double probability = 1 / (1 + Math.exp(-logOdds.applyAsDouble(row)));
            return random.nextDouble() < probability ? "yes" : "no";
        });
    }

    private interface Target {
        String of(double[] row, SplittableRandom random);
    }

    private static Table table(int rows, long seed, Target target) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[COLUMNS][rows];
        List<String> targets = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] cells = new double[COLUMNS];
            Arrays.setAll(cells, column -> random.nextGaussian());
            for (int column = 0; column < COLUMNS; column++) {
                columns[column][row] = cells[column];
            }
            targets.add(target.of(cells, random));
        }
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> cells = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            described.add(ColumnSchema.of("x" + column, ColumnKind.NUMERIC));
            cells.add(NumericColumn.of(columns[column]));
        }
        described.add(ColumnSchema.of("y", ColumnKind.CATEGORICAL));
        cells.add(StringColumn.of(targets));
        return Table.of(Schema.of(described), cells).withTarget("y");
    }

    private static Table without(Table table, String... names) {
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema column = table.schema().columns().get(i);
            if (!List.of(names).contains(column.name())) {
                described.add(column);
                columns.add(table.column(i));
            }
        }
        return Table.of(table.schema().withColumns(described), columns);
    }

    private static AutoMlBuilder networks(int trials) {
        return AutoClassifier.builder()
                .budget(Budget.trials(trials))
                .learners("mlp")
                .validation(Validation.folds(3))
                .metric(Metrics.ROC_AUC)
                .threads(2);
    }

    private static boolean tookWeights(AutoModel model) {
        return model.report().warnings().stream()
                .noneMatch(warning -> warning.kind() == DataWarning.Kind.EARLIER_MODEL);
    }

    private static double auc(AutoModel model, Table table) {
        double[] classes = new double[table.rows()];
        Arrays.setAll(
                classes, row -> model.task().classes().indexOf(table.column("y").text(row)));
        return Metrics.ROC_AUC.score(Labels.of(classes), model.predict(table).values());
    }

    /** A network that went on with its own weights would know the validation rows by heart. */
    @Test
    void noiseStaysNoiseHoweverOftenASearchBeginsWithItsModel() {
        List<Double> again = new ArrayList<>();
        List<Double> onOthers = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            Table table = table(ROWS, 100 + seed, NOISE);
            AutoModel model = networks(1).build().fit(table);
            AutoModel same = networks(1).warmStartFrom(model).build().fit(table);
            AutoModel narrower = networks(1).warmStartFrom(model).build().fit(without(table, "x" + seed));
            assertThat(tookWeights(same)).isFalse();
            assertThat(tookWeights(narrower)).isFalse();
            again.add(same.report().score());
            again.add(narrower.report().score());
            AutoModel others = networks(1).warmStartFrom(model).build().fit(table(ROWS, 200 + seed, NOISE));
            assertThat(tookWeights(others)).isTrue();
            onOthers.add(others.report().score());
        }
        assertThat(mean(again)).isBetween(0.46, 0.54);
        assertThat(mean(onOthers)).isBetween(0.46, 0.54);
    }

    /** Rows that came in by way of a model before the last one are known too. */
    @Test
    void rowsOfAllModelsBeforeAreKnown() {
        Table first = table(ROWS, 1, NOISE);
        AutoModel model = networks(1).build().fit(first);
        AutoModel second = networks(1).warmStartFrom(model).build().fit(table(ROWS, 2, NOISE));
        AutoModel third = networks(1).warmStartFrom(second).build().fit(first);
        assertThat(tookWeights(second)).isTrue();
        assertThat(second.report().traces()).hasSize(2);
        assertThat(tookWeights(third)).isFalse();
        assertThat(third.report().traces()).hasSize(1);
    }

    @Test
    void aSearchBeginsWithTheConfigurationOfTheEarlierNetwork() {
        AutoModel model = networks(2).build().fit(table(ROWS, 3, BEFORE));
        AutoModel warm = networks(1).warmStartFrom(model).build().fit(table(200, 4, BEFORE));
        AutoModel cold = networks(1).build().fit(table(200, 4, BEFORE));
        Table kept = table(2_000, 5, BEFORE);
        assertThat(warm.configuration(warm.members().get(0)))
                .isEqualTo(model.configuration(model.members().get(0)));
        assertThat(auc(warm, kept)).isGreaterThan(auc(cold, kept));
    }

    @Test
    void anUpdateFollowsADrift() {
        AutoModel model = networks(2).build().fit(table(ROWS, 6, BEFORE));
        String digest = model.digest();
        Updated updated = AutoClassifier.update(model, table(ROWS, 7, DRIFTED));
        Table kept = table(2_000, 8, DRIFTED);
        assertThat(updated.after()).isGreaterThan(updated.before() + 0.1);
        assertThat(auc(updated.model(), kept)).isGreaterThan(auc(model, kept) + 0.1);
        assertThat(updated.continued()).isEqualTo(model.members().size());
        assertThat(updated.model().report().score()).isEqualTo(updated.after());
        assertThat(updated.learned() + updated.kept()).isEqualTo(ROWS);
        assertThat(model.digest()).isEqualTo(digest);
        assertThat(updated.model().report().traces()).hasSize(2);
    }

    /** Members that were continued can go on again, from a file too. */
    @Test
    void anUpdatedModelIsSavedLoadedAndUpdatedAgain(@TempDir Path folder) {
        AutoModel model = networks(1).build().fit(table(ROWS, 9, BEFORE));
        Updated once = AutoClassifier.update(model, table(ROWS, 10, DRIFTED));
        once.model().save(folder.resolve("once.automl"));
        AutoModel loaded = AutoModel.load(folder.resolve("once.automl"));
        assertThat(loaded.digest()).isEqualTo(once.model().digest());
        Updated twice = ModelUpdate.of(loaded).seed(2).run(table(ROWS, 11, DRIFTED));
        assertThat(twice.continued()).isPositive();
        assertThat(twice.after()).isGreaterThan(0.7);
        assertThatThrownBy(() -> AutoClassifier.update(twice.model(), table(ROWS, 10, DRIFTED)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("already");
    }

    @Test
    void newRowsWhoseLabelsAreDrawnAtRandomAreRefused() {
        AutoModel model = networks(1).build().fit(table(ROWS, 12, BEFORE));
        for (int seed = 13; seed < 16; seed++) {
            Table noise = table(ROWS, seed, NOISE);
            UpdateRefusedException refused =
                    catchThrowableOfType(UpdateRefusedException.class, () -> AutoClassifier.update(model, noise));
            assertThat(refused).hasMessageContaining("roc_auc").hasMessageContaining("Maybe");
            assertThat(refused.before()).isBetween(0.35, 0.65);
            assertThat(refused.after()).isBetween(0.35, 0.65);
        }
    }

    @Test
    void numbersAreUpdatedToo() {
        Target before = (row, random) -> Double.toString(100 + 5 * row[0] + 3 * row[1] + random.nextGaussian());
        Target after = (row, random) -> Double.toString(130 + 5 * row[0] - 3 * row[1] + random.nextGaussian());
        AutoModel model = AutoRegressor.builder()
                .budget(Budget.trials(1))
                .learners("mlp")
                .build()
                .fit(numeric(table(ROWS, 17, before)));
        Updated updated = AutoRegressor.update(model, numeric(table(ROWS, 18, after)));
        assertThat(updated.metric()).isEqualTo("rmse");
        assertThat(updated.before()).isGreaterThan(20);
        assertThat(updated.after()).isLessThan(5);
    }

    private static Table numeric(Table table) {
        List<ColumnSchema> described = new ArrayList<>(table.schema().columns());
        described.set(COLUMNS, new ColumnSchema("y", ColumnKind.NUMERIC, Role.TARGET, ""));
        List<Column> columns = new ArrayList<>(table.columns());
        double[] values = new double[table.rows()];
        Arrays.setAll(values, row -> Double.parseDouble(table.column("y").text(row)));
        columns.set(COLUMNS, NumericColumn.of(values));
        return Table.of(table.schema().withColumns(described), columns);
    }

    @Test
    void whatAModelCannotLearnIsNamed() {
        AutoModel model = networks(1).build().fit(table(ROWS, 19, BEFORE));
        assertThatThrownBy(() -> AutoClassifier.update(model, without(table(ROWS, 20, BEFORE), "x2")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'x2'");
        assertThatThrownBy(() -> AutoClassifier.update(model, without(table(ROWS, 20, BEFORE), "y")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'y'");
        assertThatThrownBy(() -> AutoClassifier.update(model, table(ROWS, 20, (row, random) -> "never")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'never'");
        assertThatThrownBy(() -> AutoClassifier.update(model, table(40, 20, BEFORE)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("40 new rows");
        assertThatThrownBy(() -> AutoRegressor.builder()
                        .budget(Budget.trials(1))
                        .warmStartFrom(model)
                        .build()
                        .fit(numeric(table(ROWS, 20, (row, random) -> Double.toString(row[0])))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("REGRESSION");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
