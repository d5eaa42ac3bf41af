package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.testkit.Landscape;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final Searched SEARCHED = new Searched(Landscape.booster().space(), Rungs.FULL);

    private final SplittableRandom random = new SplittableRandom(1);

    /** A learner whose best full trial has a loss, after some time. */
    private static Family family(String name, double loss, double seconds) {
        Family family = new Family(name, SEARCHED, Ladder.of(Rungs.FULL, 1, 1), new RandomProposer(SEARCHED.space()));
        Configuration configuration = SEARCHED.space().repair(Configuration.EMPTY);
        TrialRequest request = TrialRequest.of(1, name, configuration, Fidelity.full(1), 1);
        Completed outcome =
                new Completed(request, -loss, loss, List.of(loss), List.of(1), List.of(), Cost.of(Duration.ZERO));
        for (int trial = 0; trial < 2; trial++) {
            family.begins();
            family.ends(true, seconds);
        }
        family.learn(family.trial(outcome, List.of(loss), 0));
        return family;
    }

    @Test
    void theSecondBestHasARightToHalfTheTimeOfTheBest() {
        Family best = family("best", 0.1, 10);
        Family second = family("second", 0.2, 1);
        List<Family> both = List.of(second, best);
        double[] seconds = {1, 10};
        for (int i = 0; i < 3_000; i++) {
            Family next = Turns.BY_TIME.order(both, random).get(0);
            double took = next == second ? 0.3 : 0.02;
            next.begins();
            next.ends(true, took);
            seconds[both.indexOf(next)] += took;
        }
        assertThat(seconds[0] / seconds[1]).isBetween(0.49, 0.51);
    }

    /** Where two trials run at once, both would be of the same learner. */
    @Test
    void whatRunsCountsByWhatItsLikeTook() {
        Family best = family("best", 0.1, 3);
        Family second = family("second", 0.2, 1.6);
        List<Family> both = List.of(best, second);
        assertThat(Turns.BY_TIME.order(both, random).get(0)).isSameAs(best);
        best.begins();
        assertThat(Turns.BY_TIME.order(both, random).get(0)).isSameAs(second);
    }

    /** With four free threads all of them would go to the one of which nothing is known. */
    @Test
    void whileTheFirstTrialRunsOthersComeFirst() {
        Family slow = new Family("slow", SEARCHED, Ladder.of(Rungs.FULL, 1, 1), new RandomProposer(SEARCHED.space()));
        slow.begins();
        Family fast = family("fast", 0.2, 0.1);
        for (int slot = 0; slot < 4; slot++) {
            Family next = Turns.BY_TIME.order(List.of(slow, fast), random).get(0);
            assertThat(next).isSameAs(fast);
            next.begins();
        }
        slow.ends(true, 60);
        slow.begins();
        assertThat(Turns.BY_TIME.order(List.of(slow, fast), random).get(0)).isSameAs(fast);
    }

    @Test
    void bestOfThreeIsDrawnSixTimesOfEleven() {
        List<Family> families = List.of(family("c", 0.3, 1), family("a", 0.1, 9), family("b", 0.2, 5));
        Map<String, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 1_100; i++) {
            Turns.BY_TRIALS.order(families, random).forEach(family -> drawn.merge(family.name(), 1, Integer::sum));
        }
        assertThat(drawn.get("a")).isBetween(5_800, 6_200);
        assertThat(drawn.get("b")).isBetween(2_800, 3_200);
    }
}
