package io.automl4j.tabular.conduct;

import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Part;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Starts;
import io.automl4j.search.StrategyChoice;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a run is conducted.
 *
 * @param budget time and trials
 * @param seed the seed of everything random
 * @param threads how many trials run at the same time
 * @param strategy how the search explores
 * @param goals what is to be small besides the loss
 * @param reproducible whether nothing that is measured may reach a decision
 * @param starts with what the search begins
 * @param leftOut parts that are left out
 * @param log keeps what is found
 * @param recorder told of every trial, with all that it left
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
        Starts starts,
        Set<Part> leftOut,
        RunLog log,
        Consumer<TrialResult> recorder,
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
