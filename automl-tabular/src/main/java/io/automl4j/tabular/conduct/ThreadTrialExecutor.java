package io.automl4j.tabular.conduct;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.api.trial.TrialRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs trials in threads of this JVM, one thread each. The threads are daemons: a trial inside native code that ignores
 * its cancellation delays neither the answer nor the end of the program.
 */
public final class ThreadTrialExecutor implements TrialExecutor {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final int threads;
    private final TrialRunner runner;
    private final ArtifactStore stored;
    private final ExecutorService pool;
    private final BlockingQueue<Run> finished = new LinkedBlockingQueue<>();
    private int running;
    private volatile boolean closed;

    /** A request on its way; the task catches whatever the runner throws. */
    private record Run(TrialRequest request, FutureTask<TrialResult> task) {}

    /**
     * An executor with its own threads.
     *
     * @param threads how many trials run at the same time
     * @param runner runs them
     * @param stored artifacts of earlier trials
     */
    public ThreadTrialExecutor(int threads, TrialRunner runner, ArtifactStore stored) {
        this.threads = Checks.positive(threads, "threads");
        this.runner = runner;
        this.stored = stored;
        this.pool = Workers.pool(threads, "automl4j-trial");
    }

    @Override
    public int freeSlots() {
        return Math.max(0, threads - running);
    }

    @Override
    public boolean idle() {
        return running == 0;
    }

    @Override
    public void submit(TrialRequest request) {
        if (closed) {
            throw new IllegalStateException("The executor is closed; request %d was not run.".formatted(request.id()));
        }
        Run run = new Run(request, new FutureTask<>(() -> runner.run(request, stored, () -> closed)));
        running++;
        pool.execute(() -> {
            run.task().run();
            finished.add(run);
        });
    }

    @Override
    public Optional<TrialResult> next(Duration atMost) {
        if (idle()) {
            return Optional.empty();
        }
        try {
            Run done = finished.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return done == null ? Optional.empty() : Optional.of(answer(done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private TrialResult answer(Run done) throws InterruptedException {
        running--;
        TrialRequest request = done.request();
        try {
            return done.task().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new TrialResult(
                    new TrialOutcome.Failed(
                            request,
                            Stage.EXECUTE,
                            cause.getClass().getSimpleName(),
                            String.valueOf(cause.getMessage()),
                            Cost.of(Duration.ZERO)),
                    List.of());
        }
    }

    @Override
    public void close() {
        closed = true;
        pool.shutdownNow();
        awaitEnd(PATIENCE);
    }

    /** Waits until what ran when this was closed has ended, so long at most. */
    void awaitEnd(Duration atMost) {
        try {
            if (!pool.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                System.getLogger(ThreadTrialExecutor.class.getName())
                        .log(System.Logger.Level.DEBUG, "{0} trials still end in the background.", running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
