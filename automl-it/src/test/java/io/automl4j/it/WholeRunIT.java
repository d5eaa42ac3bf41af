package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Tables;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a CSV file to a model file to predictions. */
final class WholeRunIT {
    @TempDir
    Path folder;

    private static AutoMlBuilder builder(TaskType type) {
        return type.isClassification() ? AutoClassifier.builder() : AutoRegressor.builder();
    }

    /** Learners that are quick on few rows, where it does not matter which they are. */
    private static AutoMlBuilder quick(int trials) {
        return AutoClassifier.builder()
                .learners("linear", "xgboost", "extra_trees")
                .validation(Validation.folds(3))
                .budget(Budget.trials(trials));
    }

    private Table train(TaskType type, int rows) throws IOException {
        Sample sample = SyntheticTables.learnable(type, rows, 1);
        return Tables.csv(CsvText.write(sample.table(), folder.resolve("train.csv")))
                .withTarget("target");
    }

    @ParameterizedTest
    @EnumSource(names = "QUANTILE", mode = EnumSource.Mode.EXCLUDE)
    void aFileBecomesAModelThatPredicts(TaskType type) throws IOException {
        Duration budget = Duration.ofSeconds(6);
        Table train = train(type, 500);
        long start = System.nanoTime();
        AutoModel model = builder(type).budget(budget).build().fit(train);
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        assertThat(spent).isLessThan(budget.plusSeconds(4));

        Sample unseen = SyntheticTables.learnable(type, 300, 2);
        Table test = Tables.csv(CsvText.write(unseen.table(), folder.resolve("test.csv")));
        PredictedRows before = model.predict(test);
        assertThat(model.task().type()).isEqualTo(type);
        assertThat(loss(type, unseen, before, model)).isLessThan(0.8 * priorLoss(type, unseen));

        Path file = folder.resolve("model.automl");
        model.save(file);
        AutoModel loaded = AutoModel.load(file);
        assertThat(loaded.predict(test).values().toArray())
                .containsExactly(before.values().toArray());
        assertThat(loaded.digest()).isEqualTo(model.digest());
        assertThat(loaded.leaderboard()).isEqualTo(model.leaderboard());
        assertMapsPredictAlike(loaded, test, before);
        assertMembersPredict(loaded, test);
    }

    /** The loss of labels and probabilities by name, since the order of classes is the model's own affair. */
    private static double loss(TaskType type, Sample truth, PredictedRows predicted, AutoModel model) {
        int outputs = truth.task().outputs();
        float[] values = new float[predicted.rows() * outputs];
        for (int row = 0; row < predicted.rows(); row++) {
            for (int output = 0; output < outputs; output++) {
                values[row * outputs + output] = type.isClassification()
                        ? (float) predicted.probability(
                                row,
                                model.task()
                                        .classes()
                                        .indexOf(truth.task().classes().get(output)))
                        : (float) predicted.value(row);
            }
        }
        return metric(type).loss(truth.labels(), Predictions.of(values, outputs));
    }

    private static double priorLoss(TaskType type, Sample truth) {
        int outputs = truth.task().outputs();
        double[] shares = new double[outputs];
        for (int row = 0; row < truth.labels().rows(); row++) {
            int output = type.isClassification() ? truth.labels().label(row) : 0;
            shares[output] += (type.isClassification() ? 1 : truth.labels().target(row))
                    / truth.labels().rows();
        }
        float[] values = new float[truth.labels().rows() * outputs];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) shares[i % outputs];
        }
        return metric(type).loss(truth.labels(), Predictions.of(values, outputs));
    }

    private static Metric metric(TaskType type) {
        return type.isClassification() ? Metrics.LOG_LOSS : Metrics.RMSE;
    }

    private static void assertMapsPredictAlike(AutoModel model, Table test, PredictedRows expected) {
        for (int row = 0; row < 20; row++) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (ColumnSchema column : test.schema().columns()) {
                String text = test.column(column.name()).text(row);
                cells.put(column.name(), text.isEmpty() ? null : text);
            }
            assertThat(model.predict(cells).label()).isEqualTo(expected.label(row));
        }
    }

    private static void assertMembersPredict(AutoModel model, Table test) {
        double weights = 0;
        for (Member member : model.members()) {
            weights += member.weight();
            assertThat(model.only(member.trial()).predict(test).rows()).isEqualTo(test.rows());
        }
        assertThat(weights).isCloseTo(1, within(1e-9));
    }

    @Test
    void aModelThatLearnedNothingSaysSo() throws IOException {
        AutoModel model =
                AutoClassifier.builder().budget(Duration.ofNanos(1)).build().fit(train(TaskType.BINARY, 200));
        assertThat(model.members()).extracting(Member::learner).containsExactly("prior");
        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.NOTHING_LEARNED
                        && warning.message().contains("too short for 200 rows"));
    }

    /** Rows whose column says nothing of the target. */
    private static Table noise() {
        SplittableRandom random = new SplittableRandom(1);
        return Tables.columns(Map.of(
                        "x", random.doubles(150).boxed().toList(),
                        "y", random.ints(150, 0, 3).boxed().toList()))
                .withTarget("y");
    }

    @Test
    void whereNothingCanBeLearnedAWarningSaysSo() {
        AutoModel model = AutoClassifier.builder()
                .learners("knn")
                .budget(Budget.trials(2))
                .build()
                .fit(noise());
        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.NOTHING_LEARNED
                        && warning.message().contains("the same answer for every row"));
    }

    @Test
    void aRegressorLearnsNumbersEvenIfTheyLookLikeCodes() throws IOException {
        AutoMlBuilder builder = AutoRegressor.builder().learners("linear").budget(Budget.trials(1));
        assertThat(builder.build().fit(noise()).task().type()).isEqualTo(TaskType.REGRESSION);
        assertThatThrownBy(() -> builder.build().fit(train(TaskType.BINARY, 60)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("regression needs numbers");
    }

    @Test
    void aRunIsStartedOnceAndKeepsItsChoices() throws IOException {
        AutoMlBuilder builder =
                AutoClassifier.builder().budget(Budget.trials(1)).learners("linear");
        AutoMl run = builder.build();
        builder.learners("knn");
        AutoModel model = run.fit(train(TaskType.BINARY, 100));
        assertThat(model.members()).extracting(Member::learner).containsExactly("linear");
        Table again = train(TaskType.BINARY, 100);
        assertThatThrownBy(() -> run.fit(again)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLeaderboardTellsWhatWasTried() throws IOException {
        AutoModel model = quick(8).build().fit(train(TaskType.BINARY, 200));
        List<LeaderboardRow> rows =
                model.leaderboard().stream().filter(LeaderboardRow::isTried).toList();
        assertThat(rows).as("eight trials beside the baseline").hasSize(9);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.status())
                        .isIn(
                                LeaderboardRow.Status.COMPLETED,
                                LeaderboardRow.Status.PRUNED,
                                LeaderboardRow.Status.FAILED));
        assertThat(rows).noneMatch(row -> row.status() == LeaderboardRow.Status.FAILED);
        assertThat(rows.stream().map(LeaderboardRow::learner)).contains("prior", "xgboost");
        List<Double> weights = rows.stream().map(LeaderboardRow::weight).toList();
        assertThat(weights.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-6));
        assertThat(model.report().score()).isBetween(0.7, 1.0);
    }

    @Test
    void withoutAnEnsembleTheModelIsTheBestTrial() throws IOException {
        Table train = train(TaskType.BINARY, 200);
        AutoMlBuilder builder = quick(8);
        assertThat(LongStream.range(0, 5)
                        .anyMatch(seed ->
                                builder.seed(seed).build().fit(train).members().size() > 1))
                .as("a single trial may be the best ensemble, but not each time")
                .isTrue();
        AutoModel single = builder.without(Part.ENSEMBLE).build().fit(train);
        assertThat(single.members()).hasSize(1);
        LeaderboardRow best = single.leaderboard().get(0);
        assertThat(best.weight()).isEqualTo(1);
    }

    @Test
    void withoutFoldFidelityEveryTrialSeesAllFolds() throws IOException {
        Table train = train(TaskType.BINARY, 120);
        AutoMlBuilder builder =
                AutoClassifier.builder().budget(Budget.trials(20)).learners("linear");
        assertThat(foldsOfTrials(builder.build().fit(train))).contains(1);
        assertThat(foldsOfTrials(builder.without(Part.FOLD_FIDELITY).build().fit(train)))
                .hasSize(1)
                .doesNotContain(1);
    }

    private static Set<Integer> foldsOfTrials(AutoModel model) {
        return model.leaderboard().stream()
                .filter(row -> row.learner().equals("linear"))
                .map(LeaderboardRow::folds)
                .collect(Collectors.toSet());
    }

    @Test
    void aCountOfTrialsAndASeedGiveTheSameModelAgain() throws IOException {
        Table train = train(TaskType.MULTICLASS, 200);
        AutoMlBuilder builder = quick(5).seed(3).threads(1);
        assertThat(builder.build().fit(train).digest())
                .isEqualTo(builder.build().fit(train).digest());
    }

    @Test
    void whoeverStopsARunGetsTheBestSoFar() throws IOException {
        Table train = train(TaskType.BINARY, 300);
        AutoMl run = AutoClassifier.builder().budget(Duration.ofMinutes(10)).build();
        CompletableFuture<AutoModel> model = CompletableFuture.supplyAsync(() -> run.fit(train));
        CompletableFuture.delayedExecutor(2, java.util.concurrent.TimeUnit.SECONDS)
                .execute(run::stop);
        assertThat(model).succeedsWithin(Duration.ofSeconds(20));
        assertThat(model.join().members()).isNotEmpty();
    }

    @Test
    void weightsReachTheModel() throws IOException {
        Table train = train(TaskType.BINARY, 300);
        double plain = meanOfYes(AutoClassifier.builder().budget(Budget.trials(3)), train);
        double heavy =
                meanOfYes(AutoClassifier.builder().budget(Budget.trials(3)).classWeights(Map.of("yes", 10.0)), train);
        assertThat(heavy).isGreaterThan(plain + 0.05);
    }

    private static double meanOfYes(AutoMlBuilder builder, Table train) {
        AutoModel model =
                builder.learners("linear").metric(Metrics.LOG_LOSS).build().fit(train);
        int yes = model.task().classes().indexOf("yes");
        PredictedRows rows = model.predict(train);
        double[] probabilities = new double[rows.rows()];
        Arrays.setAll(probabilities, row -> rows.probability(row, yes));
        return Arrays.stream(probabilities).average().orElseThrow();
    }

    @Test
    void rolesAreObeyed() throws IOException {
        Table train =
                train(TaskType.REGRESSION, 200).withRole("town", Role.IGNORED).withRole("age", Role.GROUP);
        AutoModel model =
                AutoRegressor.builder().budget(Budget.trials(3)).build().fit(train);
        List<String> read = model.requiredColumns().columns().stream()
                .map(ColumnSchema::name)
                .toList();
        assertThat(read).contains("size").doesNotContain("town", "age", "target");
    }

    @Test
    void theChoiceOfAnEnsembleCanBeMadeAnewWithPartsLeftOut() throws IOException {
        Path run = folder.resolve("choices");
        Table train = train(TaskType.MULTICLASS, 200);
        AutoModel whole = quick(8).workDirectory(run).build().fit(train);

        AutoModel single = AutoMl.resuming(run).without(Part.ENSEMBLE).build().resume();
        AutoModel plain = AutoMl.resuming(run)
                .without(Part.BAGS, Part.CALIBRATION)
                .build()
                .resume();

        assertThat(single.members()).hasSize(1);
        assertThat(plain.front().points())
                .allMatch(point -> point.processing().calibration().isNone());
        assertThat(plain.leaderboard())
                .filteredOn(LeaderboardRow::isTried)
                .hasSameSizeAs(whole.leaderboard().stream()
                        .filter(LeaderboardRow::isTried)
                        .toList());
    }
}
