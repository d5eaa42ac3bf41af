package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.StopRule;
import io.automl4j.api.trial.StopRule.CurveBound;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FoldTrialRunnerTest {
    private static final int FOLDS = 3;
    private static final double NINTH = 1.0 / 9;

    private final Runs runs = Runs.of(SyntheticTables.learnable(TaskType.BINARY, 150, 1), Validation.folds(FOLDS));

    private static List<ByteBuffer> predictions(TrialResult result) {
        return result.artifacts().stream()
                .map(artifact -> artifact.predictions().buffer())
                .toList();
    }

    private static TrialOutcome.Failed failure(TrialResult result) {
        assertThat(result.outcome()).isInstanceOf(TrialOutcome.Failed.class);
        return (TrialOutcome.Failed) result.outcome();
    }

    @Test
    void aTrialGoesOnFromItsCheckpointAsIfNeverStopped() {
        TrialRequest part = runs.request(1, "xgboost", new Fidelity(NINTH, 1, FOLDS));
        TrialResult first = runs.run(part);
        assertThat(first.artifacts())
                .hasSize(FOLDS)
                .allMatch(artifact -> artifact.checkpoint().size() > 0);
        TrialResult rest = runs.run(part.continued(2, 1));
        TrialResult whole = runs.run(runs.request(3, "xgboost", Fidelity.full(FOLDS)));
        assertThat(rest.outcome()).isInstanceOf(TrialOutcome.Completed.class);
        assertThat(predictions(rest)).isEqualTo(predictions(whole)).isNotEqualTo(predictions(first));
        assertThat(rest.outcome().cost().before())
                .isEqualTo(first.outcome().cost().wall());
        assertThat(whole.outcome().cost().before()).isZero();
        assertThat(whole.artifacts())
                .as("what is at its end needs no checkpoint")
                .extracting(FoldArtifact::checkpoint)
                .allMatch(checkpoint -> checkpoint.size() == 0);
    }

    @Test
    void whereNothingIsKeptATrialIsTrainedAnew() {
        TrialRequest lost = runs.request(1, "xgboost", new Fidelity(NINTH, 1, FOLDS));
        TrialResult rest = runs.run(lost.continued(2, 1));
        TrialResult whole = runs.run(runs.request(3, "xgboost", Fidelity.full(FOLDS)));
        assertThat(predictions(rest)).isEqualTo(predictions(whole));
    }

    @Test
    void whatCannotBeContinuedIsAFailureThatSaysWhy() {
        TrialRequest part = runs.request(1, "xgboost", new Fidelity(NINTH, 1, FOLDS));
        runs.run(part);
        TrialRequest other = new TrialRequest(
                3,
                part.learner(),
                part.configuration(),
                Fidelity.full(FOLDS),
                OptionalLong.of(1),
                StopRule.NEVER,
                part.seed() + 1,
                part.limit(),
                part.origin());
        assertThat(failure(runs.run(other)).message()).contains("request 1, which was another training");
    }

    /** As where a fold of a learner that can go on has nothing to learn. */
    @Test
    void whatLeftNoStateIsTrainedAnew() {
        TrialRequest part = runs.request(4, "linear", new Fidelity(NINTH, 1, FOLDS));
        runs.run(part);
        TrialResult rest = runs.run(part.continued(5, 1));
        assertThat(predictions(rest)).isEqualTo(predictions(runs.run(runs.request(6, "linear", Fidelity.full(FOLDS)))));
    }

    @Test
    void aCurveAboveItsBoundEndsTheTrial() {
        TrialRequest request = runs.request(1, "xgboost", Fidelity.full(FOLDS));
        TrialResult pruned = runs.run(request.withStop(
                new StopRule(Double.POSITIVE_INFINITY, List.of(new CurveBound(0.01, 0), new CurveBound(1, 0)))));
        assertThat(pruned.outcome()).isInstanceOf(TrialOutcome.Pruned.class);
        assertThat(((TrialOutcome.Pruned) pruned.outcome()).loss()).isBetween(0.1, 1.0);
        assertThat(pruned.artifacts()).isEmpty();
        TrialResult kept =
                runs.run(request.withStop(new StopRule(Double.POSITIVE_INFINITY, List.of(new CurveBound(0.01, 10)))));
        assertThat(kept.outcome()).isInstanceOf(TrialOutcome.Completed.class);
    }

    @Test
    void aFoldAboveItsBoundEndsTheTrial() {
        TrialRequest request = runs.request(1, "linear", Fidelity.full(FOLDS));
        assertThat(runs.run(request.withStop(StopRule.above(-1))).outcome()).isInstanceOf(TrialOutcome.Pruned.class);
        assertThat(runs.run(request.withStop(StopRule.above(1))).outcome()).isInstanceOf(TrialOutcome.Completed.class);
    }

    @Test
    void aShareOfTheRowsIsEnoughForATrial() {
        TrialResult share = runs.run(runs.request(1, "linear", new Fidelity(1, 0.3, FOLDS)));
        TrialResult whole = runs.run(runs.request(2, "linear", Fidelity.full(FOLDS)));
        assertThat(share.outcome()).isInstanceOf(TrialOutcome.Completed.class);
        assertThat(share.artifacts()).hasSize(FOLDS);
        assertThat(predictions(share)).isNotEqualTo(predictions(whole));
    }

    @Test
    void oneFoldLeavesOneArtifact() {
        TrialResult one = runs.run(runs.request(1, "xgboost", Fidelity.full(1)));
        assertThat(one.artifacts()).hasSize(1);
        TrialOutcome.Completed outcome = (TrialOutcome.Completed) one.outcome();
        assertThat(outcome.foldLosses()).hasSize(1);
        assertThat(outcome.curve()).isNotEmpty();
    }
}
