package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.predictor.Model;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Trains members again on all rows, with the iterations that validation found. A member whose time does not suffice
 * keeps the model that was validated.
 */
final class Refit {
    /** A training looks after each iteration whether it is to end; so long it is waited for. */
    private static final Duration MOST_LATE = Duration.ofMillis(300);

    private final RunData data;
    private final Learners learners;
    private final Encodings encodings;
    private final NanoClock clock;

    Refit(RunData data, Learners learners, Encodings encodings, NanoClock clock) {
        this.data = data;
        this.learners = learners;
        this.encodings = encodings;
        this.clock = clock;
    }

    /**
     * A member's model of all rows.
     *
     * @param trial the number of its trial
     * @param model the model
     * @param wall what the training took
     */
    record Fitted(long trial, Model model, Duration wall) {}

    /** The members that could be refitted in time, in their order, in which they are tried. */
    List<Fitted> run(
            List<EnsembleChoice.Chosen> members, int threads, Supplier<Duration> left, Cancellation cancellation) {
        Cancellation ending = () -> cancellation.cancelled() || left.get().isNegative();
        ExecutorService pool = Workers.pool(threads, "automl4j-refit");
        try {
            List<Future<Fitted>> futures = members.stream()
                    .map(member -> pool.submit(() -> refit(member.kept().outcome(), ending)))
                    .toList();
            pool.shutdown();
            if (!awaitEnd(pool, left.get())) {
                // what trained on would disturb who measures next
                pool.shutdownNow();
                awaitEnd(pool, MOST_LATE);
            }
            return futures.stream()
                    .filter(Future::isDone)
                    .flatMap(Refit::finished)
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean awaitEnd(ExecutorService pool, Duration left) {
        try {
            return pool.awaitTermination(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A refit that failed or was cut off leaves the validated model in its place. */
    private static Stream<Fitted> finished(Future<Fitted> future) {
        try {
            return Stream.of(future.get());
        } catch (ExecutionException e) {
            System.getLogger(Refit.class.getName())
                    .log(System.Logger.Level.DEBUG, "A member could not be trained again.", e);
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }

    private Fitted refit(TrialOutcome.Completed outcome, Cancellation cancellation) {
        long started = clock.nanos();
        TrialRequest request = outcome.request();
        LearnerProvider provider = learners.named(request.learner());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        cancellation.check();
        EncodedFold all = encodings.suitedTo(provider).of(Encodings.ALL_ROWS, spec);
        Learner learner = learners.pretrained().learner(request, provider.create(request.configuration()), 0, all);
        int iterations = (int) Math.round(outcome.iterations().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(1));
        FoldData rows =
                Learners.weighted(provider, FoldData.of(data.task(), all.train(), all.labels()), request.seed());
        try (Training training = learner.start(rows, request.seed())) {
            training.advance(iterations, cancellation);
            return new Fitted(request.id(), (Model) training.model(iterations), clock.since(started));
        }
    }
}
