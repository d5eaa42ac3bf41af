package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.api.trial.TrialRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains a request on its folds and scores what it predicts for their validation parts. Whatever goes wrong becomes a
 * {@link TrialOutcome.Failed}: this is the border behind which failures are values.
 */
final class FoldTrialRunner implements TrialRunner {
    /** A trial that cannot end with what it has, such as one without iterations, is cancelled at so many limits. */
    private static final int PATIENCE = 2;

    private final RunData data;
    private final Learners learners;
    private final Encodings encodings;
    private final NanoClock clock;

    FoldTrialRunner(RunData data, Learners learners, Encodings encodings, NanoClock clock) {
        this.data = data;
        this.learners = learners;
        this.encodings = encodings;
        this.clock = clock;
    }

    @Override
    public TrialResult run(TrialRequest request, ArtifactStore stored, Cancellation cancellation) {
        long start = clock.nanos();
        StageMark stage = new StageMark();
        Duration patience = request.limit().multipliedBy(PATIENCE);
        BooleanSupplier tooLate = () -> clock.since(start).compareTo(patience) > 0;
        try {
            return attempt(request, start, stage, () -> cancellation.cancelled() || tooLate.getAsBoolean());
        } catch (CancelledException e) {
            return failed(request, stage.at(), tooLate.getAsBoolean() ? "timeout" : "cancelled", e, start);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(request, stage.at(), e.getClass().getSimpleName(), e, start);
        }
    }

    private TrialResult failed(TrialRequest request, Stage stage, String type, Throwable error, long start) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        System.getLogger(FoldTrialRunner.class.getName())
                .log(System.Logger.Level.DEBUG, "Trial %d failed.".formatted(request.id()), error);
        Cost cost = Cost.of(clock.since(start));
        return new TrialResult(new TrialOutcome.Failed(request, stage, type, message, cost), List.of());
    }

    private TrialResult attempt(TrialRequest request, long start, StageMark stage, Cancellation cancellation) {
        if (request.continues().isPresent()) {
            throw new UnsupportedOperationException("Request %d continues request %d, but no checkpoints are kept."
                    .formatted(request.id(), request.continues().getAsLong()));
        }
        LearnerProvider provider = learners.named(request.learner());
        Learner learner = provider.create(request.configuration());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        Encodings suited = encodings.suitedTo(provider);
        int folds = Math.min(request.fidelity().folds(), data.plan().folds().size());

        stage.enter(Stage.ENCODE);
        List<EncodedFold> encoded = new ArrayList<>();
        List<FoldData> trainings = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            cancellation.check();
            encoded.add(suited.of(fold, spec));
            trainings.add(trainingData(encoded.get(fold), learner, folds, request, provider));
        }
        stage.enter(Stage.TRAIN);
        try (Lockstep lockstep = new Lockstep(learner, trainings, request.seed(), cancellation)) {
            lockstep.train(
                    request.fidelity().iterations(),
                    () -> clock.since(start).compareTo(request.limit()) > 0,
                    cancellation);
            stage.enter(Stage.PREDICT);
            TrialScorer scorer = new TrialScorer(data, request);
            for (int fold = 0; fold < folds; fold++) {
                cancellation.check();
                int iteration = lockstep.chosenIteration(fold, data.plan().disjoint(fold, folds));
                scorer.add(fold, encoded.get(fold), lockstep.model(fold, iteration), iteration);
                if (scorer.meanLoss() > request.stop().lossAbove()) {
                    return scorer.pruned(clock.since(start));
                }
            }
            stage.enter(Stage.SCORE);
            return scorer.completed(lockstep.curve(), clock.since(start));
        }
    }

    private FoldData trainingData(
            EncodedFold fold, Learner learner, int folds, TrialRequest request, LearnerProvider provider) {
        FoldData whole = learner.plan().patience() == 0
                ? FoldData.of(data.task(), fold.train(), fold.labels())
                : folds == 1
                        ? InnerSplit.of(data.task(), fold.train(), fold.labels(), request.seed())
                        : new FoldData(
                                data.task(), fold.train(), fold.labels(), fold.validation(), fold.validationLabels());
        FoldData part = Resampling.share(whole, request.fidelity().rows(), request.seed());
        return Learners.weighted(provider, part, request.seed());
    }

    /** Where a trial is, so that its failure can say so. */
    private static final class StageMark {
        private Stage stage = Stage.ENCODE;

        void enter(Stage next) {
            stage = next;
        }

        Stage at() {
            return stage;
        }
    }
}
