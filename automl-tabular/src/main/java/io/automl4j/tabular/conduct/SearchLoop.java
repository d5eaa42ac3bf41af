package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Asks a strategy, feeds an executor, and tells what comes back.
 *
 * @param strategy is asked and told
 * @param executor runs requests
 * @param ledger how much time is left
 * @param over whether to end
 * @param glanced is run each time that the loop looks whether it is to end, where time counts
 * @param taken receives every result before the strategy is told
 */
record SearchLoop(
        SearchStrategy strategy,
        TrialExecutor executor,
        Ledger ledger,
        BooleanSupplier over,
        Runnable glanced,
        Consumer<TrialResult> taken) {
    /** A forced ending is asked for at this interval while trials run. */
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** In a reproducible run so many requests are ahead of the outcomes that are told. */
    private static final int WINDOW = 8;

    /** As many requests as the executor has room for, told in the order in which they end. */
    void fast() {
        while (!over.getAsBoolean() && !(strategy.exhausted() && executor.idle())) {
            int wanted = executor.freeSlots();
            for (TrialRequest request : wanted > 0 ? strategy.ask(wanted) : List.<TrialRequest>of()) {
                executor.submit(request.withLimit(ledger.limitOfTrial()));
            }
            glanced.run();
            Duration left = ledger.leftForSearch();
            executor.next(left.compareTo(GLANCE) < 0 ? left : GLANCE).ifPresent(this::take);
        }
        // what has ended meanwhile is there for the asking
        for (var last = executor.next(Duration.ZERO); last.isPresent(); last = executor.next(Duration.ZERO)) {
            last.ifPresent(taken);
        }
    }

    private void take(TrialResult result) {
        taken.accept(result);
        strategy.tell(result.outcome());
    }

    /**
     * Outcomes are told in the order of their requests, and each request is asked for when the same outcomes have been told,
     * however many threads there are and however long trials take.
     */
    void reproducible() {
        Deque<Long> order = new ArrayDeque<>();
        Deque<TrialRequest> waiting = new ArrayDeque<>();
        Map<Long, TrialResult> arrived = new HashMap<>();
        fill(order, waiting);
        while (!over.getAsBoolean() && !order.isEmpty()) {
            while (executor.freeSlots() > 0 && !waiting.isEmpty()) {
                executor.submit(waiting.remove());
            }
            executor.next(GLANCE)
                    .ifPresent(result -> arrived.put(result.outcome().request().id(), result));
            while (!order.isEmpty() && arrived.containsKey(order.peek())) {
                TrialResult next = Objects.requireNonNull(arrived.remove(order.remove()));
                take(next);
                fill(order, waiting);
            }
        }
    }

    private void fill(Deque<Long> order, Deque<TrialRequest> waiting) {
        while (order.size() < WINDOW) {
            List<TrialRequest> asked = strategy.ask(1);
            if (asked.isEmpty()) {
                return;
            }
            order.add(asked.get(0).id());
            waiting.add(asked.get(0));
        }
    }
}
