package io.automl4j.benchmarks.accept;

import java.time.Duration;
import java.util.stream.IntStream;

/** Keeps every processor busy until it is killed, or for ten minutes. */
public final class BusyProcess {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private BusyProcess() {}

    /**
     * Begins.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        long end = System.nanoTime() + LONGEST.toNanos();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> new Thread(() -> spin(end)))
                .forEach(Thread::start);
    }

    private static void spin(long end) {
        double sum = 0;
        while (System.nanoTime() < end && sum >= 0) {
            for (int i = 1; i < 100_000; i++) {
                sum += 1.0 / i;
            }
        }
    }
}
