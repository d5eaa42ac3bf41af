package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.Stacking;
import io.automl4j.model.Conformal;
import io.automl4j.model.predictor.TreesModel;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EnsembleChooserTest {
    private static final int FOLDS = 3;
    private static final SelectionParams PARAMS = SelectionParams.defaults();

    private static Runs runs;
    private static List<Kept> trials;

    @BeforeAll
    static void train() {
        runs = Runs.of(SyntheticTables.learnable(TaskType.BINARY, 300, 1), Validation.folds(FOLDS));
        long id = 1;
        for (String learner : List.of("linear", "prior", "linear")) {
            runs.run(runs.request(id++, learner, Fidelity.full(FOLDS)));
        }
        runs.run(runs.request(id, "linear", Fidelity.full(1)));
        trials = runs.artifacts().ranked();
    }

    private static EnsembleChooser chooser(Goals goals) {
        return new EnsembleChooser(runs.data(), trials, goals, Set.of());
    }

    private static double cost(Objective objective, EnsembleChoice choice) {
        return Goals.together(objective, choice.outcomes());
    }

    @Test
    void theBestIsNoWorseThanAnySingleTrial() {
        EnsembleChoice best = chooser(Goals.LOSS).best(PARAMS);
        double single = trials.stream()
                .filter(trial -> trial.artifacts().size() == FOLDS)
                .mapToDouble(trial -> trial.outcome().score())
                .max()
                .orElseThrow();
        assertThat(best.score()).isGreaterThanOrEqualTo(single - 1e-9);
        assertThat(best.members())
                .as("trials of one fold take no part")
                .noneMatch(member -> member.kept().artifacts().size() == 1);
    }

    @Test
    void theFrontGoesFromTheBestToTheCheapest() {
        EnsembleChooser chooser = chooser(Goals.LOSS);
        List<EnsembleChoice> front = chooser.front(chooser.best(PARAMS), PARAMS, List.of());
        assertThat(front).hasSizeGreaterThan(1);
        for (int i = 1; i < front.size(); i++) {
            EnsembleChoice before = front.get(i - 1);
            EnsembleChoice here = front.get(i);
            assertThat(here.score()).isLessThanOrEqualTo(before.score());
            assertThat(cost(Objectives.LATENCY, here) < cost(Objectives.LATENCY, before)
                            || cost(Objectives.SIZE, here) < cost(Objectives.SIZE, before))
                    .isTrue();
        }
        assertThat(front.get(front.size() - 1).outcomes().get(0).request().learner())
                .isEqualTo("prior");
    }

    /** What is best where each trial of all folds takes so many operations, and the prior one. */
    private static EnsembleChoice bestOf(List<Kept> all, long operations) {
        List<Kept> slow = all.stream()
                .filter(trial -> trial.artifacts().size() == FOLDS)
                .map(trial -> new Kept(costing(trial.outcome(), operations), trial.artifacts()))
                .toList();
        return new EnsembleChooser(runs.data(), slow, Goals.LOSS, Set.of()).best(PARAMS);
    }

    private static Completed costing(Completed done, long operations) {
        long taken = done.request().learner().equals("prior") ? 1 : operations;
        return Runs.costing(
                done, new Cost(done.cost().wall(), taken, done.cost().modelBytes()));
    }

    /** The prior alone takes less than half a millisecond. */
    @Test
    void theBestTrialIsNeverTooSlow() {
        assertThat(bestOf(trials, 900_000).members())
                .singleElement()
                .satisfies(member ->
                        assertThat(member.kept().outcome().request().learner()).isEqualTo("linear"));
    }

    /** Two that tell different rows apart are better together, where both fit. */
    @Test
    void theBestEnsembleTakesHalfAMillisecond() {
        TrialResult other = runs.runner()
                .run(runs.request(9, "extra_trees", Fidelity.full(FOLDS)), runs.artifacts(), Cancellation.NEVER);
        List<Kept> both = new ArrayList<>(trials);
        both.add(new Kept((Completed) other.outcome(), other.artifacts()));
        assertThat(learners(bestOf(both, 200_000))).contains("linear", "extra_trees");
        assertThat(learners(bestOf(both, 300_000)))
                .as("besides the prior")
                .filteredOn(learner -> !learner.equals("prior"))
                .hasSize(1);
    }

    private static List<String> learners(EnsembleChoice choice) {
        return choice.members().stream()
                .map(member -> member.kept().outcome().request().learner())
                .toList();
    }

    @Test
    void constraintsAreKeptByTheEnsemble() {
        double cheap = trials.stream()
                .filter(trial -> trial.outcome().request().learner().equals("linear"))
                .mapToDouble(trial -> Objectives.SIZE.value(trial.outcome()))
                .min()
                .orElseThrow();
        Goals goals = new Goals(List.of(), List.of(new Constraint(Objectives.SIZE, cheap)));
        EnsembleChooser chooser = chooser(goals);
        EnsembleChoice best = chooser.best(PARAMS);
        assertThat(cost(Objectives.SIZE, best)).isLessThanOrEqualTo(cheap);
        assertThat(best.members()).hasSize(1);
        assertThat(Shortfalls.violated(goals, best, true)).isEmpty();
    }

    @Test
    void whereNothingKeepsTheConstraintsTheNearestIsTakenWithAWarning() {
        Goals goals = new Goals(List.of(), List.of(new Constraint(Objectives.SIZE, 1)));
        EnsembleChooser chooser = chooser(goals);
        List<EnsembleChoice> front = chooser.front(chooser.best(PARAMS), PARAMS, List.of());
        assertThat(front).hasSize(1);
        assertThat(front.get(0).outcomes()).hasSize(1);
        assertThat(Shortfalls.violated(goals, front.get(0), true))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("'size' is"));
    }

    /** A single model has no other repetition beside it. */
    @Test
    void whereFoldsAreRepeatedSingleModelsAreJudgedByOnePredictionOfARow() {
        Runs repeated = Runs.of(
                SyntheticTables.learnable(TaskType.REGRESSION, 150, 1),
                Validation.folds(FOLDS).repeated(3));
        repeated.run(repeated.request(1, "extra_trees", Fidelity.full(3 * FOLDS)));
        EnsembleChooser chooser =
                new EnsembleChooser(repeated.data(), repeated.artifacts().ranked(), Goals.LOSS, Set.of());
        EnsembleChoice best = chooser.best(PARAMS);

        EnsembleChoice single = chooser.asSingleModels(best);

        assertThat(single.members()).isEqualTo(best.members());
        assertThat(single.score()).as("rmse").isGreaterThan(best.score());
        assertThat(single.processing().conformal().groups())
                .extracting(Conformal.Scores::rows)
                .containsExactly(150L);
    }

    /** A straight line is off as far as it says where. */
    private static Runs runsOfACurve() {
        double[] x =
                IntStream.range(0, 600).mapToDouble(i -> i % 100 / 50.0 - 1).toArray();
        double[] y = Arrays.stream(x).map(value -> Math.exp(2 * value)).toArray();
        Schema schema = Schema.of(List.of(
                ColumnSchema.of("x", ColumnKind.NUMERIC),
                ColumnSchema.of("y", ColumnKind.NUMERIC).withRole(Role.TARGET)));
        Table table = Table.of(schema, List.of(NumericColumn.of(x), NumericColumn.of(y)));
        Sample curve = new Sample(table, new Task(TaskType.REGRESSION, "y", List.of()), Labels.of(y));
        return Runs.of(curve, Validation.folds(FOLDS));
    }

    @Test
    void theBestEnsembleOfNumbersIsStackedWhereThatIsWorthIt() {
        Runs curve = runsOfACurve();
        curve.run(curve.request(1, "linear", Fidelity.full(FOLDS)));
        List<Kept> kept = curve.artifacts().ranked();
        List<Stacking.Trainer> trainers = BoostedCorrection.trainers(curve.data(), curve.learners(), 1);
        EnsembleChooser chooser = new EnsembleChooser(curve.data(), kept, Goals.LOSS, Set.of());

        List<EnsembleChoice> front = chooser.front(chooser.best(PARAMS), PARAMS, trainers);

        EnsembleChoice mean =
                chooser.front(chooser.best(PARAMS), PARAMS, List.of()).get(0);
        assertThat(trainers).hasSize(2);
        assertThat(front.get(0).score()).isLessThan(0.7 * mean.score());
        assertThat(mean.processing().stack()).isEmpty();
        assertThat(front.get(0).processing().stack().orElseThrow().correction()).isInstanceOf(TreesModel.class);
        assertThat(front.get(0).processing().conformal())
                .as("errors are those of the stack")
                .isNotEqualTo(mean.processing().conformal());
    }
}
