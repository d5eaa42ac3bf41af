package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Conformal;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        List<EnsembleChoice> front = chooser.front(chooser.best(PARAMS), PARAMS);
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

    /** The trials of all folds as if each took so many operations. */
    private static List<Kept> slow(List<Kept> all, long operations) {
        return all.stream()
                .filter(trial -> trial.artifacts().size() == FOLDS)
                .map(trial -> {
                    Completed done = trial.outcome();
                    Cost cost = new Cost(
                            done.cost().wall(),
                            isPrior(trial) ? 1 : operations,
                            done.cost().modelBytes());
                    return new Kept(
                            new Completed(
                                    done.request(),
                                    done.score(),
                                    done.loss(),
                                    done.foldLosses(),
                                    done.iterations(),
                                    done.curve(),
                                    cost),
                            trial.artifacts());
                })
                .toList();
    }

    private static boolean isPrior(Kept trial) {
        return trial.outcome().request().learner().equals("prior");
    }

    private static EnsembleChoice bestOf(long operations) {
        return new EnsembleChooser(runs.data(), slow(trials, operations), Goals.LOSS, Set.of()).best(PARAMS);
    }

    /** The prior alone takes less than half a millisecond. */
    @Test
    void theBestTrialIsNeverTooSlow() {
        assertThat(bestOf(900_000).members())
                .singleElement()
                .satisfies(member ->
                        assertThat(member.kept().outcome().request().learner()).isEqualTo("linear"));
    }

    /** Two that tell different rows apart are better together, if they may be. */
    @Test
    void theBestEnsembleTakesHalfAMillisecond() {
        TrialRequest other = TrialRequest.of(9, "linear", Configuration.of("penalty", 0.9), Fidelity.full(FOLDS), 5);
        List<Kept> both = new ArrayList<>(trials);
        TrialResult result = runs.run(other);
        both.add(new Kept((Completed) result.outcome(), result.artifacts()));
        for (long operations : new long[] {200_000, 300_000}) {
            double most = new EnsembleChooser(runs.data(), slow(both, operations), Goals.LOSS, Set.of())
                    .best(PARAMS).outcomes().stream()
                            .mapToLong(outcome -> outcome.cost().operationsPerRow())
                            .sum();
            assertThat(most).isLessThanOrEqualTo(500_000);
        }
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
        List<EnsembleChoice> front = chooser.front(chooser.best(PARAMS), PARAMS);
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
}
