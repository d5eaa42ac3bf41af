package io.automl4j.benchmarks.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long cells will take: as long as those of their framework so far on average, since a prior takes no time and
 * others all of the budget; and the budget before any has ended.
 *
 * @implNote not safe for use by several threads
 */
final class Forecast {
    private final Seen guess;
    private final Map<String, Seen> seen = new HashMap<>();

    /** What ended. */
    private record Seen(double seconds, int cells) {
        Seen and(Seen more) {
            return new Seen(seconds + more.seconds, cells + more.cells);
        }

        double mean() {
            return seconds / cells;
        }
    }

    Forecast(double budgetSeconds) {
        this.guess = new Seen(budgetSeconds, 1);
    }

    /** A cell of a framework has taken so long. */
    void took(String framework, double seconds) {
        seen.merge(framework, new Seen(seconds, 1), Seen::and);
    }

    /** How long others will take. */
    double secondsFor(List<String> frameworks) {
        return frameworks.stream()
                .mapToDouble(framework -> seen.getOrDefault(framework, guess).mean())
                .sum();
    }
}
