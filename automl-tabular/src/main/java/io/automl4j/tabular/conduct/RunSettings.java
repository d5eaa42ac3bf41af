package io.automl4j.tabular.conduct;

import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Part;
import io.automl4j.search.StrategyChoice;
import java.util.Set;

/**
 * How a run is conducted.
 *
 * @param budget time and trials
 * @param seed the seed of everything random
 * @param threads how many trials run at the same time
 * @param strategy how the search explores
 * @param goals what is to be small besides the loss
 * @param reproducible whether nothing that is measured may reach a decision
 * @param leftOut parts that are left out
 * @param log keeps what is found
 * @param listener told what happens
 * @param clock measures the budget
 * @param startedAt the reading of the clock from which the budget counts
 */
public record RunSettings(
        Budget budget,
        long seed,
        int threads,
        StrategyChoice strategy,
        Goals goals,
        boolean reproducible,
        Set<Part> leftOut,
        RunLog log,
        AutoMlListener listener,
        NanoClock clock,
        long startedAt) {

    /** Copies the set. */
    public RunSettings {
        leftOut = Set.copyOf(leftOut);
    }

    boolean has(Part part) {
        return !leftOut.contains(part);
    }
}
