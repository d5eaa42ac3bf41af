package io.automl4j.tabular.conduct;

import io.automl4j.api.DataException;
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

/** Answers requests that were answered before at once; lets another executor run the others, and hands on what comes. */
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
        if (known == null) {
            executor.submit(request);
            return;
        }
        TrialRequest before = known.outcome().request();
        if (!before.withLimit(request.limit()).equals(request)) {
            throw new DataException(
                    "The journal has %s as request %d, but this library asks for %s.%nMaybe resume with the version that began the run."
                            .formatted(before, request.id(), request));
        }
        ready.add(known);
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
