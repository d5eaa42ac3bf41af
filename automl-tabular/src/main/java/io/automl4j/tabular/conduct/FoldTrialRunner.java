package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.api.trial.TrialRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
    private final Goals goals;
    private final NanoClock clock;

    FoldTrialRunner(RunData data, Learners learners, Encodings encodings, Goals goals, NanoClock clock) {
        this.data = data;
        this.learners = learners;
        this.encodings = encodings;
        this.goals = goals;
        this.clock = clock;
    }

    /** The time of a trial. */
    private record Watch(NanoClock clock, long start, Duration limit) {

        Duration elapsed() {
            return clock.since(start);
        }

        boolean timeUp() {
            return elapsed().compareTo(limit) > 0;
        }

        boolean tooLate() {
            return elapsed().compareTo(limit.multipliedBy(PATIENCE)) > 0;
        }
    }

    @Override
    public TrialResult run(TrialRequest request, ArtifactStore stored, Cancellation cancellation) {
        Watch watch = new Watch(clock, clock.nanos(), request.limit());
        StageMark stage = new StageMark();
        try {
            return attempt(request, stored, watch, stage, cancellation);
        } catch (CancelledException e) {
            return failed(request, stage.at(), watch.tooLate() ? "timeout" : "cancelled", e, watch);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(request, stage.at(), e.getClass().getSimpleName(), e, watch);
        }
    }

    private TrialResult failed(TrialRequest request, Stage stage, String type, Throwable error, Watch watch) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        System.getLogger(FoldTrialRunner.class.getName())
                .log(System.Logger.Level.DEBUG, "Trial %d failed.".formatted(request.id()), error);
        Cost cost = Cost.of(watch.elapsed());
        return new TrialResult(new TrialOutcome.Failed(request, stage, type, message, cost), List.of());
    }

    private TrialResult attempt(
            TrialRequest request, ArtifactStore stored, Watch watch, StageMark stage, Cancellation cancellation) {
        Cancellation patient = () -> cancellation.cancelled() || watch.tooLate();
        LearnerProvider provider = learners.named(request.learner());
        Learner learner = provider.create(request.configuration());
        int folds = Math.min(request.fidelity().folds(), data.plan().folds().size());

        stage.enter(Stage.ENCODE);
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        Encodings suited = encodings.suitedTo(provider);
        List<EncodedFold> encoded = new ArrayList<>();
        List<FoldData> trainings = new ArrayList<>();
        List<Learner> beginning = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            patient.check();
            encoded.add(suited.of(fold, spec));
            trainings.add(trainingData(encoded.get(fold), learner, folds, request, provider));
            beginning.add(learners.pretrained().learner(request, learner, fold, encoded.get(fold)));
        }
        stage.enter(Stage.TRAIN);
        Optional<ArtifactStore.Kept> earlier = earlier(request, stored);
        List<Block> states = earlier.map(FoldTrialRunner::checkpoints).orElse(List.of());
        try (Lockstep lockstep = new Lockstep(beginning, trainings, states, request.seed(), patient)) {
            OptionalDouble above = lockstep.train(
                    request.fidelity().iterations(), request.stop().curve(), watch::timeUp, patient);
            TrialScorer scorer = new TrialScorer(data, request, earlier);
            if (above.isPresent()) {
                return scorer.pruned(above.getAsDouble(), watch.elapsed());
            }
            stage.enter(Stage.PREDICT);
            if (!score(request, encoded, lockstep, scorer, cancellation)) {
                return scorer.pruned(scorer.meanLoss(), watch.elapsed());
            }
            stage.enter(Stage.SCORE);
            TrialResult result = scorer.completed(lockstep.curve(), watch.elapsed());
            // an objective of the caller's own may be undefined, or fail: so has the trial
            goals.check((TrialOutcome.Completed) result.outcome());
            return result;
        }
    }

    /** Scores fold after fold; false as soon as the mean loss is above the request's bound. */
    private boolean score(
            TrialRequest request,
            List<EncodedFold> encoded,
            Lockstep lockstep,
            TrialScorer scorer,
            Cancellation cancellation) {
        int folds = encoded.size();
        for (int fold = 0; fold < folds; fold++) {
            cancellation.check();
            int iteration = lockstep.chosenIteration(fold, data.plan().disjoint(fold, folds));
            // a training at its end is not continued
            Block checkpoint = request.fidelity().iterations() < 1 ? lockstep.checkpoint(fold) : Block.EMPTY;
            scorer.add(fold, encoded.get(fold), lockstep.model(fold, iteration), iteration, checkpoint);
            if (scorer.meanLoss() > request.stop().lossAbove()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a request goes on from; nothing for a new training, and where nothing is kept any more of the earlier one, or it has no
     * state: as going on is exact, training anew gives the same, only later.
     */
    private static Optional<ArtifactStore.Kept> earlier(TrialRequest request, ArtifactStore stored) {
        Optional<ArtifactStore.Kept> earlier = request.continues().isPresent()
                ? stored.find(request.continues().getAsLong())
                : Optional.empty();
        earlier.map(kept -> kept.outcome().request())
                .filter(before -> !request.isLaterPartOf(before))
                .ifPresent(before -> {
                    throw new IllegalStateException(
                            "Request %d continues request %d, which was another training: %s, not %s."
                                    .formatted(request.id(), before.id(), before, request));
                });
        // where a fold has nothing to learn there is no state to go on from
        return earlier.filter(kept -> checkpoints(kept).stream().noneMatch(checkpoint -> checkpoint.size() == 0));
    }

    private static List<Block> checkpoints(ArtifactStore.Kept kept) {
        return kept.artifacts().stream().map(FoldArtifact::checkpoint).toList();
    }

    private FoldData trainingData(
            EncodedFold fold, Learner learner, int folds, TrialRequest request, LearnerProvider provider) {
        FoldData whole = fold.training(data.task(), learner.plan(), folds, request.seed());
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
