package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.TrialRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

final class StartsThenRandomTest {
    private static final int DRAWS = 20;

    private static List<TrialRequest> drawn(BiPredicate<String, Configuration> affordable) {
        SearchSpace space = SearchSpace.builder().integer("size", 1, 1000, 10).build();
        SearchParams params = new SearchParams(Map.of("a", space), List.of(), 4, 1, 3, affordable);
        return new StartsThenRandom(params).ask(DRAWS);
    }

    @Test
    void whatDoesNotFitIntoTheTimeIsNotDrawn() {
        assertThat(drawn((learner, configuration) -> configuration.integer("size") <= 300))
                .hasSize(DRAWS)
                .allMatch(request -> request.configuration().integer("size") <= 300);
    }

    @Test
    void whereNothingFitsTheSearchGoesOn() {
        assertThat(drawn((learner, configuration) -> false)).hasSize(DRAWS);
    }
}
