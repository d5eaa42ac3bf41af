package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.learner.Rungs.Onward;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.testkit.Landscape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However much a search knows, it must not keep those waiting who train. */
final class AskAndTellTest {
    /** The acceptance run tells 5,000. */
    private static final int TOLD = Integer.getInteger("ask.told", 1_000);
    /** A tenth more, so that each surrogate is fitted again meanwhile. */
    private static final int CALLS = TOLD / 10;

    /** What is owed are 2, which the acceptance run asks for on an idle machine; tests may run beside anything. */
    private static final double MOST_MILLIS = Double.parseDouble(System.getProperty("ask.millis", "20"));

    private static final Landscape LANDSCAPE = Landscape.booster();

    private static Completed answer(TrialRequest request) {
        double loss = LANDSCAPE.loss(request.configuration())
                + 0.2 * (1 - request.fidelity().iterations());
        Cost cost = new Cost(Duration.ofMillis(1), 1_000 + request.id() % 97, 100 + request.id() % 89);
        return new Completed(request, -loss, loss, List.of(loss), List.of(1), List.of(), cost);
    }

    private static void conduct(SearchStrategy strategy, int calls) {
        for (int i = 0; i < calls; i++) {
            strategy.ask(1).forEach(request -> strategy.tell(answer(request)));
        }
    }

    @ParameterizedTest
    @CsvSource({"evolution,1", "evolution,3", "nsga2,3", "aging,1", "smac,1", "tpe,1", "random,3"})
    void areQuickWhereManyTrialsAreKnown(String name, int values) {
        Goals goals = values == 1 ? Goals.LOSS : new Goals(List.of(Objectives.LATENCY, Objectives.SIZE), List.of());
        SearchStrategy strategy = StrategyChoice.of(name)
                .create(new SearchParams(
                        Map.of("a", new Searched(LANDSCAPE.space(), Rungs.ofIterations(Onward.CONTINUES))),
                        Opening.NONE,
                        3,
                        1,
                        1,
                        Long.MAX_VALUE,
                        Outlay.NONE,
                        outcome -> 1,
                        goals));
        conduct(strategy, TOLD);
        long begun = System.nanoTime();
        conduct(strategy, CALLS);
        double mean = (System.nanoTime() - begun) / 1e6 / CALLS;
        assertThat(mean).as("milliseconds of ask and tell").isLessThan(MOST_MILLIS);
    }
}
