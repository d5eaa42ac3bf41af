package io.automl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.api.trial.TrialRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every executor keeps. */
@Timeout(30)
public abstract class TrialExecutorContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * An executor.
     *
     * @param slots how many trials run at the same time
     * @param runner runs them
     * @return a new executor, closed by the test
     */
    protected abstract TrialExecutor executor(int slots, TrialRunner runner);

    private static TrialRequest request(long id) {
        return TrialRequest.of(id, "stub", Configuration.EMPTY, Fidelity.full(1), id);
    }

    private static TrialResult completed(TrialRequest request) {
        return new TrialResult(
                new TrialOutcome.Completed(
                        request, request.id(), request.id(), List.of(), List.of(), List.of(), Cost.of(Duration.ZERO)),
                List.of());
    }

    private static TrialRunner answering() {
        return (request, stored, cancellation) -> completed(request);
    }

    private static List<TrialResult> drain(TrialExecutor executor) {
        List<TrialResult> results = new ArrayList<>();
        while (!executor.idle()) {
            Optional<TrialResult> next = executor.next(PATIENCE);
            assertThat(next).as("an answer within %s", PATIENCE).isPresent();
            next.ifPresent(results::add);
        }
        return results;
    }

    private static List<Long> ids(List<TrialResult> results) {
        return results.stream().map(r -> r.outcome().request().id()).toList();
    }

    private static boolean isFailed(TrialOutcome outcome) {
        return outcome.fold(completed -> false, pruned -> false, failed -> true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void answersEveryRequestExactlyOnce(int slots) {
        try (TrialExecutor executor = executor(slots, answering())) {
            List<Long> answered = new ArrayList<>();
            long id = 0;
            while (id < 200) {
                while (executor.freeSlots() > 0 && id < 200) {
                    executor.submit(request(id++));
                }
                executor.next(PATIENCE)
                        .ifPresent(r -> answered.add(r.outcome().request().id()));
            }
            answered.addAll(ids(drain(executor)));
            assertThat(answered)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, 200).boxed().toList());
        }
    }

    @Test
    void takesMoreRequestsThanItHasSlots() {
        try (TrialExecutor executor = executor(2, answering())) {
            for (long id = 0; id < 20; id++) {
                executor.submit(request(id));
            }
            assertThat(ids(drain(executor))).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void handsOutcomesOnUnchanged() {
        try (TrialExecutor executor = executor(1, answering())) {
            executor.submit(request(3));
            assertThat(drain(executor)).containsExactly(completed(request(3)));
        }
    }

    @Test
    void theSlowDoNotHoldUpTheFast() throws InterruptedException {
        CountDownLatch fastAnswered = new CountDownLatch(1);
        TrialRunner runner = (request, stored, cancellation) -> {
            if (request.id() == 1) {
                await(fastAnswered);
            }
            return completed(request);
        };
        try (TrialExecutor executor = executor(2, runner)) {
            executor.submit(request(1));
            executor.submit(request(2));
            assertThat(executor.next(PATIENCE).orElseThrow().outcome().request().id())
                    .isEqualTo(2);
            fastAnswered.countDown();
            assertThat(ids(drain(executor))).containsExactly(1L);
        }
    }

    @Test
    void countsItsSlots() {
        CountDownLatch go = new CountDownLatch(1);
        TrialRunner runner = (request, stored, cancellation) -> {
            await(go);
            return completed(request);
        };
        try (TrialExecutor executor = executor(2, runner)) {
            assertThat(executor.idle()).isTrue();
            assertThat(executor.freeSlots()).isEqualTo(2);
            executor.submit(request(1));
            assertThat(executor.idle()).isFalse();
            assertThat(executor.freeSlots()).isEqualTo(1);
            executor.submit(request(2));
            assertThat(executor.freeSlots()).isZero();
            assertThat(executor.next(Duration.ofMillis(20))).isEmpty();
            go.countDown();
            assertThat(drain(executor)).hasSize(2);
            assertThat(executor.idle()).isTrue();
            assertThat(executor.freeSlots()).isEqualTo(2);
        }
    }

    @Test
    void withNothingToDoItAnswersNothing() {
        try (TrialExecutor executor = executor(1, answering())) {
            long start = System.nanoTime();
            assertThat(executor.next(PATIENCE)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "unchecked", "stack", "memory", "linkage", "assertion"})
    void whateverARunnerThrowsIsAFailure(String kind) {
        TrialRunner runner = (request, stored, cancellation) -> {
            if (request.id() == 1) {
                throw thrown(kind);
            }
            return completed(request);
        };
        try (TrialExecutor executor = executor(1, runner)) {
            executor.submit(request(1));
            TrialOutcome outcome = drain(executor).get(0).outcome();
            assertThat(outcome.request()).isEqualTo(request(1));
            assertThat(isFailed(outcome)).isTrue();
            executor.submit(request(2));
            assertThat(isFailed(drain(executor).get(0).outcome())).isFalse();
        }
    }

    /** Rethrows checked exceptions too: a runner may call code that smuggles them out. */
    private static RuntimeException thrown(String kind) {
        return switch (kind) {
            case "exception" -> TrialExecutorContract.<RuntimeException>sneak(new java.io.IOException("disk"));
            case "unchecked" -> new IllegalStateException("unchecked");
            case "stack" -> TrialExecutorContract.<RuntimeException>sneak(new StackOverflowError());
            case "memory" -> TrialExecutorContract.<RuntimeException>sneak(new OutOfMemoryError("simulated"));
            case "linkage" -> TrialExecutorContract.<RuntimeException>sneak(new UnsatisfiedLinkError("no library"));
            default -> TrialExecutorContract.<RuntimeException>sneak(new AssertionError("assertion"));
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void closingCancelsAndInterrupts() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(2);
        AtomicInteger interrupted = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        TrialRunner runner = (request, stored, cancellation) -> {
            started.countDown();
            if (request.id() == 1) {
                interrupted.addAndGet(waitIsInterrupted() ? 1 : 0);
            } else {
                cancelled.addAndGet(isCancelledInTime(cancellation) ? 1 : 0);
            }
            ended.countDown();
            return completed(request);
        };
        TrialExecutor executor = executor(2, runner);
        executor.submit(request(1));
        executor.submit(request(2));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        executor.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).hasValue(1);
        assertThat(cancelled).hasValue(1);
    }

    private static boolean waitIsInterrupted() {
        try {
            return new CountDownLatch(1).await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean isCancelledInTime(Cancellation cancellation) {
        long start = System.nanoTime();
        while (!cancellation.cancelled()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** Native code neither asks nor wakes; closing must not wait for it. */
    @Test
    void closingDoesNotWaitForTheDeaf() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean released = new AtomicBoolean();
        TrialRunner deaf = (request, stored, cancellation) -> {
            started.countDown();
            while (!released.get()) {
                Thread.onSpinWait();
            }
            return completed(request);
        };
        TrialExecutor executor = executor(1, deaf);
        try {
            executor.submit(request(1));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            executor.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        } finally {
            released.set(true);
        }
    }

    @Test
    void nothingCanBeSubmittedAfterClosing() {
        TrialExecutor executor = executor(1, answering());
        executor.close();
        executor.close();
        assertThatThrownBy(() -> executor.submit(request(1))).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
