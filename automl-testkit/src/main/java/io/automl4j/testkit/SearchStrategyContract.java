package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every search strategy keeps. */
public abstract class SearchStrategyContract {
    private static final List<StartingPoint> STARTS = List.of(
            new StartingPoint("booster", Configuration.of("rate", 0.2, "depth", 4)),
            new StartingPoint("bowl", Configuration.of("x0", 0.8)),
            new StartingPoint("booster", Configuration.of("kind", "dart", "drop", 0.4)));

    /**
     * A strategy at its beginning.
     *
     * @param spaces the space of each learner by name
     * @param starts configurations to begin with, first things first
     * @param seed the seed of everything random
     * @return a new strategy
     */
    protected abstract SearchStrategy strategy(Map<String, SearchSpace> spaces, List<StartingPoint> starts, long seed);

    private static Map<String, Landscape> landscapes() {
        Map<String, Landscape> landscapes = new LinkedHashMap<>();
        landscapes.put("booster", Landscape.booster());
        landscapes.put("bowl", Landscape.bowl(2));
        landscapes.put("fixed", new Landscape("fixed", new SearchSpace(List.of()), at -> 9, 9));
        return landscapes;
    }

    private SearchStrategy strategy(long seed) {
        Map<String, SearchSpace> spaces = new LinkedHashMap<>();
        landscapes().forEach((name, landscape) -> spaces.put(name, landscape.space()));
        return strategy(spaces, STARTS, seed);
    }

    private static Landscape landscape(TrialRequest request) {
        return Objects.requireNonNull(landscapes().get(request.learner()), request.learner());
    }

    private static TrialOutcome completed(TrialRequest request) {
        double loss = landscape(request).loss(request.configuration());
        return new TrialOutcome.Completed(
                request, -loss, loss, List.of(loss), List.of(1), List.of(), Cost.of(Duration.ofMillis(5)));
    }

    private static TrialOutcome failed(TrialRequest request) {
        return new TrialOutcome.Failed(request, Stage.TRAIN, "IllegalStateException", "no", Cost.of(Duration.ZERO));
    }

    private static TrialOutcome pruned(TrialRequest request) {
        return new TrialOutcome.Pruned(request, 5, Cost.of(Duration.ZERO));
    }

    /** Completed, pruned, failed or not a number, whatever the number of the request says. */
    private static TrialOutcome mixed(TrialRequest request) {
        return switch ((int) (request.id() % 4)) {
            case 0 -> failed(request);
            case 1 -> pruned(request);
            case 2 ->
                new TrialOutcome.Completed(
                        request, Double.NaN, Double.NaN, List.of(), List.of(), List.of(), Cost.of(Duration.ZERO));
            default -> completed(request);
        };
    }

    private static List<TrialRequest> conduct(SearchStrategy strategy, int trials) {
        List<TrialRequest> asked = new ArrayList<>();
        while (asked.size() < trials && !strategy.exhausted()) {
            List<TrialRequest> requests = strategy.ask(2);
            asked.addAll(requests);
            requests.forEach(request -> strategy.tell(completed(request)));
        }
        return asked;
    }

    @Test
    void staysInTheSpace() {
        for (TrialRequest request : conduct(strategy(1), 150)) {
            SearchSpace space = landscape(request).space();
            assertThat(space.repair(request.configuration())).isEqualTo(request.configuration());
            assertThat(request.limit()).isPositive();
        }
    }

    @Test
    void numbersAreUsedOnce() {
        List<Long> ids =
                conduct(strategy(2), 150).stream().map(TrialRequest::id).toList();
        assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsTriedTwiceInTheSameWay() {
        List<String> tried = conduct(strategy(3), 150).stream()
                .map(r -> r.learner() + r.configuration().fingerprint() + r.fidelity() + r.continues())
                .toList();
        assertThat(tried).doesNotHaveDuplicates();
    }

    @Test
    void asksNoMoreThanWanted() {
        SearchStrategy strategy = strategy(4);
        assertThat(strategy.ask(0)).isEmpty();
        for (int count = 1; count < 6; count++) {
            assertThat(strategy.ask(count)).hasSizeLessThanOrEqualTo(count);
        }
    }

    @Test
    void beginsWithTheStartsInTheirOrder() {
        SearchStrategy strategy = strategy(5);
        List<TrialRequest> first = new ArrayList<>();
        STARTS.forEach(start -> first.addAll(strategy.ask(1)));
        assertThat(first).hasSameSizeAs(STARTS);
        for (int i = 0; i < first.size(); i++) {
            TrialRequest request = first.get(i);
            assertThat(request.learner()).isEqualTo(STARTS.get(i).learner());
            assertThat(request.configuration())
                    .isEqualTo(landscape(request).space().repair(STARTS.get(i).configuration()));
        }
    }

    @Test
    void aStartGivenTwiceIsTriedOnce() {
        Map<String, SearchSpace> spaces = Map.of("bowl", Landscape.bowl(2).space());
        StartingPoint start = new StartingPoint("bowl", Configuration.of("x0", 0.5));
        SearchStrategy strategy = strategy(spaces, List.of(start, start), 6);
        List<String> tried = conduct(strategy, 10).stream()
                .map(r -> r.configuration().fingerprint() + r.fidelity())
                .toList();
        assertThat(tried).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithoutStarts() {
        Map<String, SearchSpace> spaces = Map.of("bowl", Landscape.bowl(2).space());
        assertThat(conduct(strategy(spaces, List.of(), 7), 20)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void equalSeedsAndOutcomesGiveEqualRequests() {
        assertThat(conduct(strategy(8), 100)).isEqualTo(conduct(strategy(8), 100));
        assertThat(conduct(strategy(8), 100)).isNotEqualTo(conduct(strategy(9), 100));
    }

    @Test
    void toleratesFailedAndPrunedTrials() {
        SearchStrategy strategy = strategy(10);
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            for (TrialRequest request : strategy.ask(2)) {
                ids.add(request.id());
                strategy.tell(mixed(request));
            }
        }
        assertThat(ids).hasSizeGreaterThan(60);
    }

    @Test
    void toleratesThatEverythingFails() {
        SearchStrategy strategy = strategy(11);
        for (int i = 0; i < 40; i++) {
            List<TrialRequest> requests = strategy.ask(1);
            requests.forEach(request -> strategy.tell(failed(request)));
        }
        assertThatCode(() -> strategy.ask(1)).doesNotThrowAnyException();
    }

    @Test
    void toleratesOutcomesItNeverAskedFor() {
        SearchStrategy strategy = strategy(12);
        TrialRequest foreign = TrialRequest.of(987_654_321, "nobody", Configuration.EMPTY, Fidelity.full(1), 1);
        TrialRequest strange = TrialRequest.of(
                987_654_322, "bowl", Landscape.bowl(2).space().repair(Configuration.EMPTY), Fidelity.full(1), 1);
        strategy.tell(failed(foreign));
        strategy.tell(
                new TrialOutcome.Completed(foreign, 1, 1, List.of(1.0), List.of(1), List.of(), Cost.of(Duration.ZERO)));
        strategy.tell(completed(strange));
        List<TrialRequest> asked = conduct(strategy, 50);
        assertThat(asked)
                .hasSizeGreaterThanOrEqualTo(50)
                .noneMatch(request -> request.learner().equals("nobody"));
    }

    @Test
    void toleratesOutcomesOutOfOrderOrTwice() {
        SearchStrategy strategy = strategy(13);
        List<TrialRequest> open = new ArrayList<>();
        Gen gen = Gen.of(14);
        int asked = 0;
        while (asked < 100 && !strategy.exhausted()) {
            List<TrialRequest> requests = strategy.ask(4);
            asked += requests.size();
            open.addAll(requests);
            while (open.size() > 4) {
                TrialRequest request = open.remove(gen.whole(open.size()));
                strategy.tell(completed(request));
                strategy.tell(completed(request));
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(100);
    }

    @Test
    void exhaustedMeansThatNothingMoreIsAsked() {
        Map<String, SearchSpace> spaces = new LinkedHashMap<>();
        spaces.put("tiny", SearchSpace.builder().choice("a", "x", "y").build());
        SearchStrategy strategy = strategy(spaces, List.of(), 15);
        for (int i = 0; i < 50 && !strategy.exhausted(); i++) {
            strategy.ask(1).forEach(request -> strategy.tell(failed(request)));
        }
        if (strategy.exhausted()) {
            assertThat(strategy.ask(5)).isEmpty();
        }
    }

    @Test
    void findsSomethingBetterThanItsStarts() {
        List<TrialRequest> asked = conduct(strategy(16), 120);
        double ofStarts = best(asked.subList(0, STARTS.size()));
        assertThat(best(asked)).isLessThan(ofStarts);
    }

    private static double best(List<TrialRequest> requests) {
        return requests.stream()
                .mapToDouble(request -> landscape(request).loss(request.configuration()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
