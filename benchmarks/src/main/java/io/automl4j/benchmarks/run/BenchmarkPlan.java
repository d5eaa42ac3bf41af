package io.automl4j.benchmarks.run;

import io.automl4j.api.Checks;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.table.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is measured.
 *
 * @param suite the tables
 * @param frameworks who is compared
 * @param budget what each may take to learn
 * @param folds how many folds of each table
 * @param seeds how many seeds, from 1
 * @param threads how many threads each may use
 * @param memory the memory of its JVM, such as {@code 8g}
 * @param out the folder of results
 * @param again which finished cells are run once more
 */
public record BenchmarkPlan(
        Suite suite,
        List<Framework> frameworks,
        Duration budget,
        int folds,
        int seeds,
        int threads,
        String memory,
        Path out,
        Set<Again> again) {
    /** Run to their end, whatever the budget. */
    private static final Set<String> UNLIMITED = Set.of("weka-rf", "smile-rf");

    /** Checks the numbers. */
    public BenchmarkPlan {
        frameworks = List.copyOf(frameworks);
        again = Set.copyOf(again);
        Checks.argument(!frameworks.isEmpty(), "There is no framework to run.");
        Checks.positive(folds, "folds");
        Checks.positive(seeds, "seeds");
        Checks.positive(threads, "threads");
        Checks.argument(!budget.isNegative() && !budget.isZero(), "The budget is %s.", budget);
    }

    /** This plan, but some finished cells are run once more. */
    public BenchmarkPlan with(Set<Again> other) {
        return new BenchmarkPlan(suite, frameworks, budget, folds, seeds, threads, memory, out, other);
    }

    boolean isLimited(Framework framework) {
        return !UNLIMITED.contains(framework.name());
    }
}
