package io.automl4j.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does numbered pieces of work by several threads, of which the caller's is one. */
final class Parallel {
    private Parallel() {}

    /**
     * Does all pieces, or throws what one of them threw.
     *
     * @param count how many there are
     * @param threads how many are done at a time, at most
     * @param piece does the one of a number from 0
     */
    static void run(int count, int threads, IntConsumer piece) {
        int helpers = Math.min(threads, count) - 1;
        if (helpers <= 0) {
            IntStream.range(0, count).forEach(piece);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                piece.accept(number);
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(helpers);
        try {
            List<CompletableFuture<Void>> working = Stream.generate(() -> CompletableFuture.runAsync(worker, pool))
                    .limit(helpers)
                    .toList();
            worker.run();
            working.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw cause(e);
        } finally {
            next.set(count);
            pool.shutdownNow();
        }
    }

    /** What a helper threw, so that want of memory is told as such. */
    private static RuntimeException cause(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }
}
