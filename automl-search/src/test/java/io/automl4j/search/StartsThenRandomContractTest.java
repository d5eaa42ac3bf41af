package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.testkit.SearchStrategyContract;
import io.automl4j.testkit.StartingPoint;
import java.util.List;
import java.util.Map;

final class StartsThenRandomContractTest extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy(Map<String, SearchSpace> spaces, List<StartingPoint> starts, long seed) {
        List<Start> ours = starts.stream()
                .map(start -> new Start(start.learner(), start.configuration()))
                .toList();
        return new StartsThenRandom(new SearchParams(spaces, ours, 4, 1, seed, (learner, configuration) -> true));
    }
}
