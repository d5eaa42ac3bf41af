package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryArtifactsTest {
    private static TrialResult result(long id, double loss, int folds, int bytes) {
        return result("a", id, loss, folds, bytes);
    }

    private static TrialResult result(String learner, long id, double loss, int folds, int bytes) {
        TrialRequest request = TrialRequest.of(id, learner, Configuration.EMPTY, Fidelity.full(folds), 1);
        Cost cost = Cost.of(Duration.ofSeconds(1));
        TrialOutcome outcome = new TrialOutcome.Completed(
                request,
                1 - loss,
                loss,
                Collections.nCopies(folds, loss),
                Collections.nCopies(folds, 1),
                List.of(),
                cost);
        List<FoldArtifact> artifacts = IntStream.range(0, folds)
                .mapToObj(fold ->
                        new FoldArtifact(fold, Block.of(new byte[bytes]), Block.EMPTY, Block.of(new byte[bytes])))
                .toList();
        return new TrialResult(outcome, artifacts);
    }

    private static List<Long> ids(MemoryArtifacts artifacts) {
        return artifacts.ranked().stream()
                .map(kept -> kept.outcome().request().id())
                .toList();
    }

    @Test
    void moreFoldsComeFirstThenTheBetter() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1_000, Goals.LOSS);
        artifacts.keep(result(1, 0.1, 1, 1));
        artifacts.keep(result(2, 0.3, 2, 1));
        artifacts.keep(result(3, 0.2, 2, 1));
        assertThat(ids(artifacts)).containsExactly(3L, 2L, 1L);
        assertThat(artifacts.find(2))
                .hasValueSatisfying(kept -> assertThat(kept.artifacts()).hasSize(2));
        assertThat(artifacts.find(9)).isEmpty();
    }

    @Test
    void theWorstGoWhereThereIsNoRoomButNeverTheLast() {
        MemoryArtifacts artifacts = new MemoryArtifacts(250, Goals.LOSS);
        artifacts.keep(result(1, 0.3, 1, 50));
        artifacts.keep(result(2, 0.2, 1, 50));
        artifacts.keep(result(3, 0.1, 1, 50));
        assertThat(ids(artifacts)).as("predictions and checkpoints count").containsExactly(3L, 2L);
        MemoryArtifacts tiny = new MemoryArtifacts(1, Goals.LOSS);
        tiny.keep(result(1, 0.3, 1, 50));
        assertThat(ids(tiny)).containsExactly(1L);
    }

    /** Trials that can go on do not make room for those that are better now. */
    @Test
    void whatCanGoOnHasAShelfOfItsOwn() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1 << 20, Goals.LOSS);
        artifacts.keep(result(100, 0.9, 1, 1));
        for (int id = 1; id <= 60; id++) {
            artifacts.keep(ended(result(id, 0.1, 2, 1)));
        }
        assertThat(ids(artifacts)).hasSize(52).endsWith(100L);
    }

    @Test
    void fiftyAreEnough() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1 << 20, Goals.LOSS);
        for (int id = 1; id <= 60; id++) {
            artifacts.keep(result(id, 1.0 / id, 1, 1));
        }
        assertThat(ids(artifacts)).hasSize(50).startsWith(60L).doesNotContain(10L);
    }

    /** Sixty variants of a good learner do not push out the only five of another. */
    @Test
    void theBestFewOfEachLearnerStay() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1 << 20, Goals.LOSS);
        for (int id = 1; id <= 7; id++) {
            artifacts.keep(ended(result("b", id, 10 + id, 1, 1)));
        }
        for (int id = 8; id <= 70; id++) {
            artifacts.keep(ended(result(id, 1.0 / id, 1, 1)));
        }
        assertThat(ids(artifacts)).hasSize(51).startsWith(70L).endsWith(1L, 2L, 3L, 4L, 5L);
    }

    /** A cheap ensemble is made of them. */
    @Test
    void whatNothingDominatesStaysBesideTheBest() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1 << 20, Goals.LOSS);
        artifacts.keep(ended(costing(result(1, 0.9, 1, 1), 10)));
        artifacts.keep(ended(costing(result(2, 0.8, 1, 1), 10_000)));
        for (int id = 3; id <= 70; id++) {
            artifacts.keep(ended(costing(result(id, 1.0 / id, 1, 1), 1_000)));
        }
        assertThat(ids(artifacts)).hasSize(52).startsWith(70L).endsWith(1L).doesNotContain(2L);
    }

    @Test
    void whatViolatesAConstraintGoesFirst() {
        Goals goals = new Goals(List.of(), List.of(new Goals.Constraint(Objectives.LATENCY, 100)));
        MemoryArtifacts artifacts = new MemoryArtifacts(250, goals);
        artifacts.keep(costing(result(1, 0.1, 1, 50), 1_000));
        artifacts.keep(costing(result(2, 0.2, 1, 50), 90));
        artifacts.keep(costing(result(3, 0.3, 1, 50), 80));
        assertThat(ids(artifacts)).containsExactly(2L, 3L);
    }

    /** The same result of a training at its end. */
    private static TrialResult ended(TrialResult result) {
        return new TrialResult(
                result.outcome(),
                result.artifacts().stream()
                        .map(one -> new FoldArtifact(one.fold(), one.predictions(), one.model(), Block.EMPTY))
                        .toList());
    }

    private static TrialResult costing(TrialResult result, long operations) {
        TrialOutcome.Completed done = (TrialOutcome.Completed) result.outcome();
        return new TrialResult(Runs.costing(done, new Cost(done.cost().wall(), operations, 1)), result.artifacts());
    }

    @Test
    void whatDidNotCompleteLeavesNothing() {
        MemoryArtifacts artifacts = new MemoryArtifacts(1_000, Goals.LOSS);
        TrialRequest request = TrialRequest.of(1, "a", Configuration.EMPTY, Fidelity.full(1), 1);
        artifacts.keep(new TrialResult(new TrialOutcome.Pruned(request, 1, Cost.of(Duration.ZERO)), List.of()));
        assertThat(artifacts.ranked()).isEmpty();
    }
}
