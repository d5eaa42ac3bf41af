package io.automl4j.tabular;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A search that goes on in a thread of its own, begun by {@link AutoMl#start}.
 *
 * <pre>{@code
 * AutoRun run = AutoClassifier.start(table);
 * run.best().ifPresent(model -> …);   // the best trial so far
 * AutoModel model = run.await();      // the ensemble, when the budget is spent; after cancel() soon
 * }</pre>
 *
 * @implNote Safe for use by many threads. The thread of the search does not keep the JVM alive.
 */
public final class AutoRun {
    private final AutoMl run;
    private final FutureTask<AutoModel> search;

    AutoRun(AutoMl run, Table table) {
        this.run = run;
        this.search = new FutureTask<>(() -> run.conduct(table));
    }

    void begin() {
        Thread thread = new Thread(search, "automl4j-run");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The best model so far: of a single trial while the search goes on, the final one at its end.
     *
     * @return the model, or empty before the first trial has ended
     */
    public Optional<AutoModel> best() {
        if (!isDone()) {
            return run.best();
        }
        try {
            return Optional.of(search.get());
        } catch (ExecutionException e) {
            return run.best();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.best();
        }
    }

    /** Ends the search soon; {@link #await} then returns the best of what was found. */
    public void cancel() {
        run.stop();
    }

    /**
     * Whether the search has ended, with a model or an error.
     *
     * @return true if {@link #await} returns at once
     */
    public boolean isDone() {
        return search.isDone();
    }

    /**
     * Waits for the end of the search.
     *
     * @return the model
     * @throws InterruptedException if the waiting thread is interrupted; the search goes on
     * @throws io.automl4j.api.DataException if the table cannot be learned from; says why
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel await() throws InterruptedException {
        try {
            return search.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
