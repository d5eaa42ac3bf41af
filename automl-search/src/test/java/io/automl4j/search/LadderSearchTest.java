package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.testkit.Landscape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LadderSearchTest {
    private static final Landscape LANDSCAPE = Landscape.booster();

    private static SearchStrategy strategy(String label, long most) {
        return strategy(label, most, List.of(), Outlay.NONE);
    }

    private static SearchStrategy strategy(String label, long most, List<Start> starts, Outlay outlay) {
        return strategy(label, most, Opening.of(starts), outlay);
    }

    private static SearchStrategy strategy(String label, long most, Opening opening, Outlay outlay) {
        return StrategyChoice.of(label)
                .create(new SearchParams(
                        Map.of("a", new Searched(LANDSCAPE.space(), Rungs.FULL)),
                        opening,
                        3,
                        1,
                        1,
                        most,
                        outlay,
                        outcome -> 1,
                        Goals.LOSS));
    }

    private static TrialOutcome answer(TrialRequest request) {
        if (request.id() % 5 == 0 && request.fidelity().folds() == 1) {
            return new TrialOutcome.Failed(request, Stage.TRAIN, "E", "", Cost.of(Duration.ZERO));
        }
        double loss = LANDSCAPE.loss(request.configuration());
        return new TrialOutcome.Completed(
                request, -loss, loss, List.of(loss), List.of(1), List.of(), Cost.of(Duration.ZERO));
    }

    private static List<TrialOutcome> conduct(SearchStrategy strategy, int trials) {
        List<TrialOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < trials && !strategy.exhausted()) {
            for (TrialRequest request : strategy.ask(1)) {
                outcomes.add(answer(request));
                strategy.tell(answer(request));
            }
        }
        return outcomes;
    }

    /** With the seed of the run, but not with its draws; failed trials are not asked for again either. */
    @Test
    void aResumedSearchGoesOnWithWhatIsNew() {
        List<TrialOutcome> before = conduct(strategy("random+folds", Long.MAX_VALUE), 100);
        SearchStrategy resumed = strategy("random+folds", Long.MAX_VALUE);
        before.forEach(resumed::tell);
        List<TrialOutcome> after = conduct(resumed, 60);
        assertThat(after).hasSize(60);
        List<TrialRequest> all = Stream.concat(before.stream(), after.stream())
                .map(TrialOutcome::request)
                .toList();
        assertThat(all.stream().map(TrialRequest::id)).doesNotHaveDuplicates();
        assertThat(all.stream().map(request -> request.configuration().fingerprint() + request.fidelity()))
                .doesNotHaveDuplicates();
    }

    private static List<Start> starts() {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.generate(() -> LANDSCAPE.space().decode(LANDSCAPE.space().sample(random)))
                .limit(5)
                .map(configuration -> new Start("a", configuration))
                .toList();
    }

    /** Searches that try the same differ in its order alone. */
    @Test
    void aConfigurationHasTheSameSeedInEverySearch() {
        Map<String, Long> seeds = new HashMap<>();
        for (String label : List.of("random+folds", "evolution", "nsga2+race")) {
            for (TrialOutcome outcome : conduct(strategy(label, Long.MAX_VALUE, starts(), Outlay.NONE), 12)) {
                TrialRequest request = outcome.request();
                String key = request.configuration().fingerprint() + request.fidelity();
                assertThat(seeds.computeIfAbsent(key, first -> request.seed())).isEqualTo(request.seed());
            }
        }
        assertThat(seeds.values()).doesNotHaveDuplicates();
    }

    /** What does not fit now may fit when the pace of its learner is known better. */
    @Test
    void startsThatDoNotFitAreNotLost() {
        boolean[] late = {true};
        Outlay outlay = (learner, configuration, fidelity) -> late[0] && isStart(configuration) ? 0.95 : 0.1;
        SearchStrategy strategy = strategy("random+race", Long.MAX_VALUE, starts(), outlay);
        List<TrialOutcome> before = conduct(strategy, 10);
        late[0] = false;
        List<TrialOutcome> after = conduct(strategy, 10);
        assertThat(before)
                .filteredOn(outcome -> outcome.request().origin().equals(Origin.START))
                .hasSize(1);
        assertThat(after)
                .filteredOn(outcome -> outcome.request().origin().equals(Origin.START))
                .hasSize(4);
    }

    private static boolean isStart(Configuration configuration) {
        return starts().stream().anyMatch(start -> start.configuration().equals(configuration));
    }

    @Test
    void nothingGoesOnThatWouldNotBeReady() {
        Outlay late = (learner, configuration, fidelity) -> fidelity.folds() == 3 ? 0.95 : 0.3;
        assertThat(conduct(strategy("random+race", Long.MAX_VALUE, List.of(), late), 40))
                .extracting(outcome -> outcome.request().fidelity().folds())
                .containsOnly(1);
    }

    @Test
    void whatWouldNotBeReadyBeginsOnlyWhereThereIsNothing() {
        Outlay late = (learner, configuration, fidelity) -> 1.5;
        SearchStrategy strategy = strategy("random+folds", Long.MAX_VALUE, starts(), late);
        assertThat(conduct(strategy, 40)).hasSize(1);
        assertThat(strategy.exhausted()).isTrue();
    }

    /** A slow trial may have made everything look slow. */
    @ParameterizedTest
    @ValueSource(strings = {"random+folds", "random+halving", "random+hyperband", "random+asha"})
    void whatTookTooLongMayBeginOnceOthersWereQuick(String name) {
        double[] part = {0.1};
        SearchStrategy strategy = strategy(name, Long.MAX_VALUE, List.of(), (learner, c, fidelity) -> part[0]);
        conduct(strategy, 12);
        TrialRequest running = strategy.ask(1).get(0);
        part[0] = 1.5;
        assertThat(strategy.ask(1)).isEmpty();
        part[0] = 0.1;
        assertThat(strategy.ask(1)).isEmpty();
        strategy.tell(answer(running));
        assertThat(strategy.ask(1)).hasSize(1);
    }

    /** Where all starts come first, too. */
    @Test
    void whatIsFoundOrdersTheStartsThatWait() {
        List<Start> reversed = new ArrayList<>(starts());
        Collections.reverse(reversed);
        Opening opening = losses -> losses.isEmpty() ? starts() : reversed;
        List<Start> expected = new ArrayList<>(reversed);
        expected.add(0, expected.remove(expected.size() - 1));
        assertThat(conduct(strategy("random+folds", Long.MAX_VALUE, opening, Outlay.NONE), 5))
                .extracting(outcome -> outcome.request().configuration())
                .isEqualTo(expected.stream().map(Start::configuration).toList());
    }

    private static final Outlay CHEAP = (learner, configuration, fidelity) -> 0.1;
    private static final Outlay COSTLY = (learner, configuration, fidelity) -> 0.25;

    private static SearchStrategy ofIterations(Outlay outlay, int folds) {
        return ofIterations(Opening.of(starts()), outlay, folds);
    }

    private static SearchStrategy ofIterations(Opening opening, Outlay outlay, int folds) {
        Rungs thirds = Rungs.ofIterations(Rungs.Onward.CONTINUES);
        return StrategyChoice.of("random")
                .create(new SearchParams(
                        Map.of("a", new Searched(LANDSCAPE.space(), thirds)),
                        opening,
                        folds,
                        1,
                        1,
                        Long.MAX_VALUE,
                        outlay,
                        outcome -> 1,
                        Goals.LOSS));
    }

    private static List<TrialRequest> ofIterations(int trials, Outlay outlay) {
        return conduct(ofIterations(outlay, 3), trials).stream()
                .map(TrialOutcome::request)
                .toList();
    }

    @Test
    void costlyStartsButTheFirstAreLookedAtOnOneFold() {
        List<TrialRequest> begun = ofIterations(40, COSTLY).stream()
                .filter(request -> request.origin().equals(Origin.START))
                .filter(request -> request.fidelity().folds() == 1 || request.id() == 1)
                .toList();

        assertThat(begun.get(0).fidelity()).isEqualTo(Fidelity.full(3));
        assertThat(begun.stream().skip(1))
                .hasSize(4)
                .allMatch(request -> request.fidelity().equals(Fidelity.full(1)));
    }

    /** A look would be all of it. */
    @Test
    void whereThereIsOneFoldAllStartsAreWhole() {
        List<TrialOutcome> begun = conduct(ofIterations(COSTLY, 1), 5);

        assertThat(begun)
                .extracting(TrialOutcome::request)
                .allMatch(request -> request.origin().equals(Origin.START)
                        && request.fidelity().equals(Fidelity.full(1)));
    }

    @Test
    void whereTheFirstStartDoesNotFitTheNextOfItsLearnerBegins() {
        Start first = starts().get(0);
        Outlay outlay = (learner, configuration, fidelity) ->
                learner.equals("b") && configuration.equals(first.configuration()) ? 0.95 : 0.5;
        Searched searched = new Searched(LANDSCAPE.space(), Rungs.ofIterations(Rungs.Onward.CONTINUES));
        List<Start> both = Stream.concat(
                        starts().stream(), starts().stream().map(start -> new Start("b", start.configuration())))
                .toList();
        SearchStrategy strategy = StrategyChoice.of("evolution")
                .create(new SearchParams(
                        Map.of("a", searched, "b", searched),
                        Opening.of(List.of(both.get(0), both.get(5), both.get(1), both.get(2), both.get(6))),
                        3,
                        1,
                        1,
                        Long.MAX_VALUE,
                        outlay,
                        outcome -> 1,
                        Goals.LOSS));

        List<TrialOutcome> begun = conduct(strategy, 2);

        assertThat(begun.get(1).request().learner()).isEqualTo("b");
        assertThat(begun.get(1).request().configuration()).isEqualTo(both.get(6).configuration());
        assertThat(begun.get(1).request().fidelity()).isEqualTo(Fidelity.full(3));
    }

    @Test
    void startsThatTakeLittleComeFirstAndWhole() {
        assertThat(ofIterations(5, CHEAP))
                .allMatch(request ->
                        isStart(request.configuration()) && request.fidelity().equals(Fidelity.full(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void startsAfterTheFirstBeginAtTheLeastFidelityInTurn(int folds) {
        Opening two = new Opening() {
            @Override
            public List<Start> order(Map<Start, Double> losses) {
                return starts();
            }

            @Override
            public int first() {
                return 2;
            }
        };

        List<TrialRequest> begun = conduct(ofIterations(two, CHEAP, folds), 30).stream()
                .map(TrialOutcome::request)
                .filter(request -> request.continues().isEmpty())
                .toList();

        assertThat(begun.subList(0, 2)).allMatch(request -> request.fidelity().equals(Fidelity.full(folds)));
        assertThat(begun.subList(2, begun.size()))
                .filteredOn(request -> request.fidelity().iterations() < 1)
                .anyMatch(request -> isStart(request.configuration()))
                .anyMatch(request -> !isStart(request.configuration()));
        assertThat(begun.subList(2, begun.size()))
                .filteredOn(request -> isStart(request.configuration()))
                .first()
                .matches(request -> request.fidelity().iterations() < 1);
    }

    /** Past tables tell nothing of size. */
    @Test
    void whereSizeCountsTooTheExplorerHasItsTurnsSoon() {
        assertThat(conduct(ofTenStarts(Goals.LOSS), 8)).allMatch(LadderSearchTest::isOfStart);
        assertThat(conduct(ofTenStarts(new Goals(List.of(Objectives.SIZE), List.of())), 8))
                .anyMatch(LadderSearchTest::isOfStart)
                .anyMatch(outcome -> !isOfStart(outcome));
    }

    private static boolean isOfStart(TrialOutcome outcome) {
        return outcome.request().origin().equals(Origin.START);
    }

    private static SearchStrategy ofTenStarts(Goals goals) {
        SplittableRandom random = new SplittableRandom(5);
        List<Start> starts = Stream.generate(() -> new Start(
                        "a", LANDSCAPE.space().decode(LANDSCAPE.space().sample(random))))
                .limit(10)
                .toList();
        return StrategyChoice.DEFAULT.create(new SearchParams(
                Map.of("a", new Searched(LANDSCAPE.space(), Rungs.FULL)),
                Opening.of(starts),
                3,
                1,
                1,
                Long.MAX_VALUE,
                CHEAP,
                outcome -> 1,
                goals));
    }

    /** What takes much of the time that is left is on all folds now or never. */
    @Test
    void theBestThatWaitsHasALastChance() {
        double[] part = {0.25};
        SearchStrategy strategy =
                ofIterations((learner, configuration, fidelity) -> part[0] * fidelity.iterations(), 3);
        List<TrialOutcome> early = conduct(strategy, 4);
        part[0] = 0.5;
        TrialRequest late = strategy.ask(1).get(0);

        double best = early.stream()
                .filter(outcome -> outcome.request().fidelity().folds() == 1)
                .mapToDouble(outcome -> ((TrialOutcome.Completed) outcome).loss())
                .min()
                .orElseThrow();
        assertThat(late.fidelity()).isEqualTo(Fidelity.full(3));
        assertThat(early.stream()
                        .filter(outcome -> outcome.request().configuration().equals(late.configuration()))
                        .mapToDouble(outcome -> ((TrialOutcome.Completed) outcome).loss()))
                .contains(best);
    }

    @Test
    void whatFitsIsPreferred() {
        Outlay outlay = (learner, configuration, fidelity) ->
                configuration.fingerprint().hashCode() % 2 == 0 ? 0.3 : 0.5;
        assertThat(conduct(strategy("random+whole", Long.MAX_VALUE, List.of(), outlay), 40))
                .filteredOn(outcome -> outlay.of(
                                "a",
                                outcome.request().configuration(),
                                outcome.request().fidelity())
                        > 0.4)
                .hasSizeLessThan(3);
    }

    /** Where nothing new may begin, the last bracket goes up with what it has. */
    @Test
    void aBracketThatIsCutShortStillGoesUp() {
        List<TrialOutcome> outcomes = conduct(strategy("random+halving", 7), 100);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.request().fidelity().folds() == 1))
                .hasSize(7);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.request().fidelity().folds() == 3))
                .isNotEmpty();
    }
}
