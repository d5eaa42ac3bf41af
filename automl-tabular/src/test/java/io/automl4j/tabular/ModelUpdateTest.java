package io.automl4j.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.UpdateRefusedException;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warm starts and updates with a learner that takes no time; those of networks are in automl-it. */
final class ModelUpdateTest {
    private static final int ROWS = 200;
    private static final double[] BEFORE = {4, -2, 1};
    private static final double[] AFTER = {4, -2, 6};

    /** Targets are sums of numbers, each multiplied, and a little noise. */
    private static Table table(int rows, long seed, double... factors) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] cells = new double[factors.length + 1][rows];
        for (int row = 0; row < rows; row++) {
            cells[factors.length][row] = 0.2 * random.nextGaussian();
            for (int i = 0; i < factors.length; i++) {
                cells[i][row] = random.nextGaussian();
                cells[factors.length][row] += factors[i] * cells[i][row];
            }
        }
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i <= factors.length; i++) {
            described.add(ColumnSchema.of(i == factors.length ? "y" : "x" + i, ColumnKind.NUMERIC));
            columns.add(NumericColumn.of(cells[i]));
        }
        return Table.of(Schema.of(described), columns).withTarget("y");
    }

    private static AutoMlBuilder builder() {
        return AutoRegressor.builder()
                .with(new DescentProvider())
                .learners(DescentProvider.NAME)
                .budget(Budget.trials(1))
                .threads(1);
    }

    private static ModelUpdate update(AutoModel model) {
        return ModelUpdate.of(model).with(new DescentProvider()).threads(1);
    }

    /** Rows of a group would be in both parts of the new rows. */
    @Test
    void whatDividedTheTrainingRowsIsMissed() {
        Table groups = table(ROWS, 1, BEFORE).withRole("x2", Role.GROUP);
        AutoModel model = builder().build().fit(groups);

        Updated divided = update(model).run(table(ROWS, 2, 4, 5, 1));
        Updated undivided = update(model).run(table(ROWS, 2, 4, 5));

        assertThat(divided.warnings()).isEmpty();
        assertThat(undivided.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("no column 'x2'"));
    }

    @Test
    void anUpdateGoesOnWhereItsMembersEnded() {
        AutoModel model = builder().build().fit(table(ROWS, 1, BEFORE));
        Instant date = Instant.parse("2026-01-02T03:04:05Z");
        Updated updated = update(model)
                .seed(5)
                .budget(Duration.ofSeconds(20))
                .dates(InstantSource.fixed(date))
                .run(table(ROWS, 2, AFTER));
        assertThat(updated.after()).isLessThan(updated.before() / 2);
        assertThat(updated.metric()).isEqualTo("rmse");
        assertThat(updated.continued()).isEqualTo(1);
        assertThat(updated.learned()).isEqualTo(150);
        assertThat(updated.kept()).isEqualTo(50);
        AutoModel after = updated.model();
        assertThat(after.report().score()).isEqualTo(updated.after());
        assertThat(after.report().provenance().created()).isEqualTo(date);
        assertThat(after.report().provenance().seed()).isEqualTo(5);
        assertThat(after.report().provenance().validation()).contains("update", "50 new rows");
        assertThat(after.leaderboard())
                .hasSize(model.leaderboard().size() + 1)
                .filteredOn(row -> row.weight() > 0)
                .hasSameSizeAs(after.members());
        assertThat(after.front().points()).hasSize(1);
    }

    /** The members that cannot go on are those of other learners. */
    @Test
    void membersOfUnknownLearnersStay() {
        AutoModel model = builder().build().fit(table(ROWS, 3, BEFORE));
        Updated updated = ModelUpdate.of(model).threads(1).run(table(ROWS, 4, BEFORE));
        assertThat(updated.continued()).isZero();
        assertThat(updated.after()).isEqualTo(updated.before());
        assertThat(updated.model().members()).hasSameSizeAs(model.members());
        assertThat(updated.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("No member", "only networks"));
        assertThat(updated.model().report().provenance().rows())
                .isEqualTo(model.report().provenance().rows());
        assertThat(update(updated.model()).run(table(ROWS, 4, BEFORE)).continued())
                .as("nobody has learned these rows")
                .isEqualTo(1);
    }

    @Test
    void rowsThatTeachNothingAreRefused() {
        AutoModel model = builder().build().fit(table(ROWS, 5, BEFORE));
        assertThatThrownBy(() -> update(model).run(table(ROWS, 6, 0, 0, 0)))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class,
                        refused -> assertThat(refused.before()).isGreaterThan(refused.after()))
                .hasMessageContaining("same answer");
    }

    @Test
    void rowsThatWereLearnedAreRefused() {
        Table rows = table(ROWS, 7, BEFORE);
        AutoModel model = builder().build().fit(rows);
        assertThatThrownBy(() -> update(model).run(rows))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("100 %");
    }

    @Test
    void theClockEndsTheTraining() {
        AutoModel model = builder().build().fit(table(ROWS, 8, BEFORE));
        long[] now = {0};
        Updated updated = update(model)
                .clock(() -> now[0] += Duration.ofMinutes(1).toNanos())
                .run(table(ROWS, 9, BEFORE));
        assertThat(updated.continued()).isZero();
    }

    @Test
    void aWarmStartTakesWeightsOfOtherRowsOnly() {
        Table rows = table(ROWS, 10, BEFORE);
        AutoModel model = builder().build().fit(rows);
        Table few = table(60, 11, BEFORE);
        AutoModel cold = builder().build().fit(few);
        AutoModel warm = builder().warmStartFrom(model).build().fit(few);
        assertThat(warm.report().score()).isLessThan(cold.report().score());
        assertThat(warm.report().traces()).hasSize(2);
        AutoModel again = builder().warmStartFrom(model).build().fit(rows);
        assertThat(again.report().traces()).hasSize(1);
        assertThat(again.report().score()).isEqualTo(model.report().score());
        assertThat(again.report().warnings())
                .filteredOn(warning -> warning.kind() == DataWarning.Kind.EARLIER_MODEL)
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("100 %"));
    }

    /** A hold-out is followed by a training on all rows, which begins with the weights too. */
    @Test
    void aRefitBeginsWithTheWeights() {
        AutoModel model = builder().build().fit(table(ROWS, 12, BEFORE));
        Table few = table(60, 13, BEFORE);
        AutoModel warm = builder()
                .validation(Validation.holdOut(0.3))
                .warmStartFrom(model)
                .build()
                .fit(few);
        AutoModel cold = builder().validation(Validation.holdOut(0.3)).build().fit(few);
        assertThat(warm.members().get(0).folds()).hasSize(1);
        assertThat(warm.digest()).isNotEqualTo(cold.digest());
    }

    @Test
    void aModelWithoutWeightsIsAWarning() {
        AutoModel model = AutoRegressor.builder()
                .learners("linear")
                .budget(Budget.trials(1))
                .build()
                .fit(table(ROWS, 14, BEFORE));
        AutoModel fitted = builder().warmStartFrom(model).build().fit(table(ROWS, 15, BEFORE));
        assertThat(fitted.report().warnings())
                .filteredOn(warning -> warning.kind() == DataWarning.Kind.EARLIER_MODEL)
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("no network"));
    }

    @Test
    void aWorkDirectoryCannotKeepTheModel(@TempDir Path folder) {
        AutoModel model = builder().build().fit(table(ROWS, 16, BEFORE));
        AutoMl run = AutoRegressor.builder()
                .budget(Budget.trials(1))
                .warmStartFrom(model)
                .workDirectory(folder)
                .build();
        assertThatThrownBy(() -> run.fit(table(ROWS, 17, BEFORE)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("warm start");
    }
}
