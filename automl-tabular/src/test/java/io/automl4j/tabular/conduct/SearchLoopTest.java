package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.learner.Rungs.Onward;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Goals;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.api.trial.TrialRunner;
import io.automl4j.search.Opening;
import io.automl4j.search.Outlay;
import io.automl4j.search.SearchParams;
import io.automl4j.search.Searched;
import io.automl4j.search.StrategyChoice;
import io.automl4j.testkit.Landscape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SearchLoopTest {
    private static final Landscape LANDSCAPE = Landscape.booster();
    private static final int TRIALS = 60;

    private static SearchStrategy strategy(long trials) {
        return StrategyChoice.of("evolution")
                .create(new SearchParams(
                        Map.of("a", new Searched(LANDSCAPE.space(), Rungs.ofIterations(Onward.CONTINUES))),
                        Opening.NONE,
                        3,
                        1,
                        1,
                        trials,
                        Outlay.NONE,
                        outcome -> 1,
                        Goals.LOSS));
    }

    /** Some trials take longer than others, and it differs from run to run. */
    private static TrialRunner runner(long seed) {
        return (request, stored, cancellation) -> {
            try {
                Thread.sleep(new SplittableRandom(seed + request.id()).nextInt(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            double loss = LANDSCAPE.loss(request.configuration());
            Completed completed = new Completed(
                    request, -loss, loss, List.of(loss), List.of(1), List.of(), Cost.of(Duration.ofMillis(1)));
            return new TrialResult(completed, List.of());
        };
    }

    private static List<TrialResult> conduct(int threads, long seed, List<TrialResult> earlier, int most) {
        return conduct(threads, seed, earlier, most, TRIALS);
    }

    private static List<TrialResult> conduct(int threads, long seed, List<TrialResult> earlier, int most, long trials) {
        List<TrialResult> taken = new ArrayList<>();
        Ledger ledger = new Ledger(Budget.trials(trials), System::nanoTime, System.nanoTime(), Set.of(), false);
        try (TrialExecutor executor = new ReplayingExecutor(
                new ThreadTrialExecutor(threads, runner(seed), ArtifactStore.NONE), earlier, result -> {})) {
            new SearchLoop(strategy(trials), executor, ledger, () -> taken.size() >= most, () -> {}, taken::add)
                    .reproducible();
        }
        return taken;
    }

    private static List<TrialRequest> requests(List<TrialResult> results) {
        return results.stream().map(result -> result.outcome().request()).toList();
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        List<TrialRequest> one = requests(conduct(1, 1, List.of(), Integer.MAX_VALUE));
        assertThat(one).hasSizeGreaterThan(TRIALS);
        assertThat(requests(conduct(3, 2, List.of(), Integer.MAX_VALUE))).isEqualTo(one);
    }

    @Test
    void anInterruptionMakesNoDifference() {
        List<TrialRequest> whole = requests(conduct(2, 3, List.of(), Integer.MAX_VALUE));
        List<TrialResult> first = conduct(2, 4, List.of(), 25);
        assertThat(first).hasSizeBetween(25, 40);
        assertThat(requests(conduct(2, 5, first, Integer.MAX_VALUE))).isEqualTo(whole);
    }

    /** From where the shorter run had no new configurations, the longer one asks for others. */
    @Test
    void aRunGoesOnWithMoreTrialsAsIfItHadHadThem() {
        List<TrialRequest> whole = requests(conduct(2, 3, List.of(), Integer.MAX_VALUE));
        List<TrialResult> shorter = conduct(2, 4, List.of(), Integer.MAX_VALUE, TRIALS / 2);
        assertThat(whole).doesNotContainSequence(requests(shorter));
        assertThat(requests(conduct(2, 5, shorter, Integer.MAX_VALUE))).isEqualTo(whole);
    }

    /** A trial is a configuration with all its promotions. */
    @Test
    void configurationsAreCounted() {
        List<TrialRequest> all = requests(conduct(2, 6, List.of(), Integer.MAX_VALUE));
        assertThat(all.stream()
                        .map(request -> request.configuration().fingerprint())
                        .distinct())
                .hasSize(TRIALS);
    }
}
