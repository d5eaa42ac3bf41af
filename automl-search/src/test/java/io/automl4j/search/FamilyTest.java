package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class FamilyTest {
    private static final int FOLDS = 5;

    private final Told told = new Told();
    private final Family family = new Family(
            "a", new Searched(SearchSpace.builder().build(), Rungs.FULL), Ladder.of(Rungs.FULL, 1, FOLDS), told);

    /** Remembers what it was told. */
    private static final class Told implements Proposer {
        private final List<Double> losses = new ArrayList<>();

        @Override
        public void learn(Trial trial) {
            losses.add(trial.loss());
        }

        @Override
        public Proposal propose(RandomGenerator random) {
            throw new AssertionError("nobody asks");
        }
    }

    private Trial learn(long id, int rung, double share, double loss, List<Double> folds) {
        TrialRequest request =
                TrialRequest.of(id, "a", Configuration.of("x", id), new Fidelity(share, 1, folds.size()), id);
        Completed completed =
                new Completed(request, -loss, loss, folds, List.of(), List.of(), Cost.of(Duration.ofMillis(1)));
        Trial trial = new Trial(completed, List.of(), List.of(loss, 7.0), rung);
        family.learn(trial);
        return trial;
    }

    /** On the first fold, which is easy, a worse configuration may look better than a good one does on all. */
    @Test
    void trialsOfOneFoldAreComparedAsIfTheyHadAll() {
        learn(1, 1, 1, 0.35, List.of(0.27, 0.37, 0.37, 0.37, 0.37));
        learn(2, 1, 1, 0.32, List.of(0.26, 0.33, 0.33, 0.34, 0.34));
        learn(3, 0, 1, 0.30, List.of(0.30));

        assertThat(told.losses).hasSize(3);
        assertThat(told.losses.subList(0, 2)).containsExactly(0.35, 0.32);
        assertThat(told.losses.get(2)).isEqualTo(0.30 + (0.08 + 0.06) / 2, within(1e-12));
        assertThat(family.best()).isEqualTo(0.32);
    }

    /** With several threads a look ends before the first trial of all folds does. */
    @Test
    void whatWasToldBeforeIsToldAgain() {
        learn(1, 0, 1, 0.30, List.of(0.30));
        learn(2, 1, 1, 0.35, List.of(0.27, 0.37, 0.37, 0.37, 0.37));

        assertThat(told.losses).hasSize(3);
        assertThat(told.losses.subList(0, 2)).containsExactly(0.30, 0.35);
        assertThat(told.losses.get(2)).isEqualTo(0.38, within(1e-12));
    }

    @Test
    void whatWouldBeOnAllFoldsIsKnownOnceATrialHasThem() {
        Trial look = learn(1, 0, 1, 0.30, List.of(0.30));
        assertThat(family.lossOnAllFolds(look)).isEmpty();
        Trial whole = learn(2, 1, 1, 0.35, List.of(0.27, 0.37, 0.37, 0.37, 0.37));
        assertThat(family.lossOnAllFolds(look).orElseThrow()).isEqualTo(0.38, within(1e-12));
        assertThat(family.lossOnAllFolds(whole)).hasValue(0.35);
        assertThat(family.lossOnAllFolds(learn(3, 0, 1 / 3.0, 0.6, List.of(0.6))))
                .isEmpty();
    }

    @Test
    void withoutATrialOfAllFoldsNothingIsAdded() {
        learn(1, 0, 1, 0.3, List.of(0.3));
        learn(2, 1, 1 / 3.0, 0.4, Collections.nCopies(FOLDS, 0.4));
        learn(3, 0, 1, 0.2, List.of(0.2));

        assertThat(told.losses).containsExactly(0.3, 0.4, 0.2);
    }

    @Test
    void aFoldWithoutALossTellsNothing() {
        learn(1, 1, 1, 0.5, List.of(0.1, Double.NaN, 0.1, 0.1, 0.1));
        learn(2, 0, 1, 0.2, List.of(0.2));

        assertThat(told.losses).containsExactly(0.5, 0.2);
    }
}
