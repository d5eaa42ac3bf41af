package io.automl4j.cli;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.NanoClock;
import java.time.Duration;

/**
 * The budget of a run, as people see it pass.
 *
 * @param clock a monotonic clock
 * @param startedAt its reading when the budget began to count
 * @param budget the budget
 */
record Watch(NanoClock clock, long startedAt, Budget budget) {

    /** A budget that counts from the start of the JVM: its first second is part of what a user waits. */
    static Watch sinceJvmStart(NanoClock clock, Budget budget) {
        long age = System.currentTimeMillis()
                - java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
        return new Watch(clock, clock.nanos() - Math.max(0, age) * 1_000_000L, budget);
    }

    /** The same budget where a part of it was used before. */
    Watch after(Duration before) {
        return new Watch(clock, startedAt - before.toNanos(), budget);
    }

    Duration spent() {
        return clock.since(startedAt);
    }

    Duration left() {
        Duration left = budget.time().minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What is left of the time, or how much there is to try. */
    String leftInWords() {
        return budget.endsByTime()
                ? Display.time(left()) + " left"
                : "of %s".formatted(Display.count(budget.trials(), "configuration"));
    }

    /** The part of the time that is spent, in [0, 1]. */
    double share() {
        return Math.min(1, (double) spent().toNanos() / budget.time().toNanos());
    }
}
