package io.automl4j.benchmarks.peer;

import io.automl4j.api.run.NanoClock;
import java.lang.management.ManagementFactory;

/**
 * Time since the start of this JVM.
 *
 * @param clock a monotonic clock
 * @param startedAt its reading when the JVM was started
 */
record Stopwatch(NanoClock clock, long startedAt) {

    static Stopwatch sinceJvmStart(NanoClock clock) {
        long running = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return new Stopwatch(clock, clock.nanos() - running * 1_000_000);
    }

    double seconds() {
        return (clock.nanos() - startedAt) / 1e9;
    }
}
