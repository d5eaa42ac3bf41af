package io.automl4j.search;

import io.automl4j.api.learner.Rungs;
import io.automl4j.api.learner.Rungs.Onward;
import io.automl4j.api.run.Goals;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.testkit.SearchStrategyContract;
import io.automl4j.testkit.StartingPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

final class StrategiesContractTest {

    abstract static class Contract extends SearchStrategyContract {
        private final StrategyChoice choice;

        Contract(String label) {
            this.choice = StrategyChoice.of(label);
        }

        @Override
        protected SearchStrategy strategy(Map<String, SearchSpace> spaces, List<StartingPoint> starts, long seed) {
            Map<String, Searched> learners = new LinkedHashMap<>();
            spaces.forEach((name, space) -> learners.put(
                    name,
                    new Searched(space, name.equals("bowl") ? Rungs.ofIterations(Onward.CONTINUES) : Rungs.FULL)));
            List<Start> ours = starts.stream()
                    .map(start -> new Start(start.learner(), start.configuration()))
                    .toList();
            return choice.create(new SearchParams(
                    learners, Opening.of(ours), 4, 1, seed, Long.MAX_VALUE, Outlay.NONE, outcome -> 1, Goals.LOSS));
        }
    }

    @Nested
    final class EvolutionOnTheLadder extends Contract {
        EvolutionOnTheLadder() {
            super("evolution");
        }
    }

    @Nested
    final class RandomOverFolds extends Contract {
        RandomOverFolds() {
            super("random+folds");
        }
    }

    @Nested
    final class RandomAtOnce extends Contract {
        RandomAtOnce() {
            super("random+whole");
        }
    }

    @Nested
    final class Nsga2 extends Contract {
        Nsga2() {
            super("nsga2");
        }
    }

    @Nested
    final class Aging extends Contract {
        Aging() {
            super("aging");
        }
    }

    @Nested
    final class SmacByHalving extends Contract {
        SmacByHalving() {
            super("smac+halving");
        }
    }

    @Nested
    final class TpeByHyperband extends Contract {
        TpeByHyperband() {
            super("tpe+hyperband");
        }
    }
}
