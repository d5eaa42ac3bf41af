package io.automl4j.benchmarks.run;

import io.automl4j.api.Checks;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.table.Split;
import io.automl4j.benchmarks.table.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param memory the heap of its JVM, such as {@code 8g}; the whole process may take twice that and 512 MB
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
    /** Even what runs to its end has to have one. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private static final long LEAST_HEAP = 64L << 20;
    private static final long OWN_BYTES = 512L << 20;

    /** Checks the numbers. */
    public BenchmarkPlan {
        frameworks = List.copyOf(frameworks);
        again = Set.copyOf(again);
        Checks.argument(!frameworks.isEmpty(), "There is no framework to run.");
        List<String> names = frameworks.stream().map(Framework::name).toList();
        Checks.argument(Set.copyOf(names).size() == names.size(), "Two frameworks have one name: %s", names);
        Checks.positive(folds, "folds");
        Checks.positive(seeds, "seeds");
        Checks.positive(threads, "threads");
        Checks.argument(
                memory.matches("[1-9][0-9]{0,6}[kmgKMG]") && heapBytes(memory) >= LEAST_HEAP,
                "The memory is '%s', but must be as 8g or 500m, and at least 64m.",
                memory);
        Checks.argument(
                !budget.isNegative() && !budget.isZero(), "The budget is %d s, but must be more.", budget.toSeconds());
    }

    /** This plan, but some finished cells are run once more. */
    public BenchmarkPlan with(Set<Again> other) {
        return new BenchmarkPlan(suite, frameworks, budget, folds, seeds, threads, memory, out, other);
    }

    /** At what a framework is ended: native libraries may take as much as the heap, and a JVM something of its own. */
    ProcessWatch.Limits limits(Framework framework, Duration grace) {
        Duration over = budget.compareTo(grace) > 0 ? budget : grace;
        Duration time = framework.isLimited() ? budget.plus(over) : LONGEST;
        return new ProcessWatch.Limits(time, 2 * heapBytes(memory) + OWN_BYTES);
    }

    private static long heapBytes(String memory) {
        long count = Long.parseLong(memory.substring(0, memory.length() - 1));
        char unit = memory.toLowerCase(Locale.ROOT).charAt(memory.length() - 1);
        return count << (10 * (1 + "kmg".indexOf(unit)));
    }

    /** Tables of one name, and the parts that rows are cut into, may differ; the machine decides about everything. */
    Map<String, String> conditions() {
        return Map.of(
                "suite", suite.kind(),
                "budget_s", Double.toString(budget.toMillis() / 1e3),
                "parts", Integer.toString(new Split.Part(0, folds).parts()),
                "threads", Integer.toString(threads),
                "memory", memory);
    }
}
