package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers requests that were answered before at once; lets another executor run the others, and hands on what comes. With
 * another number of trials than before a strategy asks for something else from some request on: that is run.
 */
final class ReplayingExecutor implements TrialExecutor {
    private final TrialExecutor executor;
    private final Map<Long, TrialResult> earlier = new HashMap<>();
    private final Deque<TrialResult> ready = new ArrayDeque<>();
    private final Consumer<TrialResult> arrived;

    /**
     * An executor that has not begun.
     *
     * @param executor runs what is new
     * @param earlier what was answered before
     * @param arrived is told each new result when it comes, before it has its turn
     */
    ReplayingExecutor(TrialExecutor executor, List<TrialResult> earlier, Consumer<TrialResult> arrived) {
        this.executor = executor;
        this.arrived = arrived;
        earlier.forEach(result -> this.earlier.put(result.outcome().request().id(), result));
    }

    @Override
    public int freeSlots() {
        return executor.freeSlots();
    }

    @Override
    public boolean idle() {
        return ready.isEmpty() && executor.idle();
    }

    @Override
    public void submit(TrialRequest request) {
        TrialResult known = earlier.remove(request.id());
        if (known != null && known.outcome().request().isOnceMore(request)) {
            ready.add(known);
        } else {
            executor.submit(request);
        }
    }

    @Override
    public Optional<TrialResult> next(Duration atMost) {
        if (!ready.isEmpty()) {
            return Optional.of(ready.remove());
        }
        Optional<TrialResult> result = executor.next(atMost);
        result.ifPresent(arrived);
        return result;
    }

    @Override
    public void close() {
        executor.close();
    }
}
