package io.automl4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Ctrl-C and {@code kill} during a search: the first one ends the search, and the command goes on to write the best
 * model so far; the second one ends the JVM on the spot.
 *
 * @implNote No shutdown hook: while hooks run, the JVM makes a second Ctrl-C wait for them.
 */
final class Interruption implements AutoCloseable {
    private final Runnable stop;
    private final IntConsumer halt;
    private final PrintWriter err;
    private final AtomicInteger code = new AtomicInteger(ExitCode.OK);
    private List<Runnable> restore = List.of();

    Interruption(Runnable stop, IntConsumer halt, PrintWriter err) {
        this.stop = stop;
        this.halt = halt;
        this.err = err;
    }

    /** Handles the signals until the returned object is closed. */
    static Interruption watch(Runnable stop, PrintWriter err) {
        Interruption interruption =
                new Interruption(stop, exitCode -> Runtime.getRuntime().halt(exitCode), err);
        interruption.restore = List.of(
                Signals.handle("INT", () -> interruption.signalled(ExitCode.INTERRUPTED)),
                Signals.handle("TERM", () -> interruption.signalled(ExitCode.TERMINATED)));
        return interruption;
    }

    void signalled(int exitCode) {
        if (!code.compareAndSet(ExitCode.OK, exitCode)) {
            halt.accept(exitCode);
            return;
        }
        // stop first: a standard error that nobody reads must not keep the search alive
        stop.run();
        err.printf("%nStopping; the best model so far will be written. Once more: stop without it.%n");
        err.flush();
    }

    /** The exit code of the command: 0 unless a signal came. */
    int exitCode() {
        return code.get();
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
    }
}
