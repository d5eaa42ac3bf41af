package io.automl4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of this machine, for tests. */
public final class Processes {
    private static final int PATIENCE_SECONDS = 20;

    private Processes() {}

    /** Waits until no process has one of the arguments: who was killed may live on for a moment. */
    public static void awaitNone(String... arguments) throws InterruptedException {
        long start = System.nanoTime();
        while (isAny(List.of(arguments)) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(isAny(List.of(arguments)))
                .as("a process with %s", Arrays.toString(arguments))
                .isFalse();
    }

    private static boolean isAny(List<String> arguments) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Arrays::stream)
                .anyMatch(arguments::contains);
    }
}
