package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.Families;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.TreesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trees of trials after a part of their iterations: forests with fewer trees, boosted trees as they were earlier. They predict almost as
 * well and much faster, and nothing has to be trained to know how well, since the trees of folds are there.
 *
 * @param data what was learned from
 * @param learners who learned
 * @param encodings the encoders of all trials
 */
record ShorterTrees(RunData data, Learners learners, Encodings encodings) {
    private static final String OPERATOR = "first trees";
    /** So many of the best of each learner are shortened, … */
    private static final int TRIALS = 3;
    /** … to these parts, … */
    private static final List<Integer> PARTS = List.of(2, 4, 8);
    /** … but not to fewer iterations. */
    private static final int LEAST = 10;

    /**
     * Trials as they would have been with fewer iterations.
     *
     * @param trials best first
     * @param next the number of the first one that is made
     * @param cancellation ends it early
     * @return those of trials that are trees
     */
    List<Kept> of(List<Kept> trials, long next, Cancellation cancellation) {
        List<Kept> shorter = new ArrayList<>();
        for (Kept trial :
                Families.firstOfEach(trials, kept -> kept.outcome().request().learner(), TRIALS)) {
            for (int part : PARTS) {
                if (cancellation.cancelled()) {
                    return shorter;
                }
                shortened(trial, part, next + shorter.size()).ifPresent(shorter::add);
            }
        }
        return shorter;
    }

    /** The trial that was shortened, or else the request itself. */
    static long trial(TrialRequest request) {
        return request.origin().operator().equals(OPERATOR)
                ? request.origin().parents().get(0)
                : request.id();
    }

    private Optional<Kept> shortened(Kept trial, int part, long id) {
        Completed whole = trial.outcome();
        TrialRequest request = whole.request()
                .again(id, whole.request().fidelity(), whole.request().seed())
                .withOrigin(new Origin(OPERATOR, List.of(whole.request().id())));
        LearnerProvider provider = learners.named(request.learner());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        TrialScorer scorer = new TrialScorer(data, request, Optional.empty());
        for (FoldArtifact artifact : trial.artifacts()) {
            if (!(ModelCodec.fromBlock(artifact.model()) instanceof TreesModel trees)) {
                return Optional.empty();
            }
            int iterations = trees.size() / trees.treesOfAnIteration() / part;
            if (iterations < LEAST) {
                return Optional.empty();
            }
            EncodedFold fold = encodings.suitedTo(provider).of(artifact.fold(), spec);
            scorer.add(artifact.fold(), fold, trees.first(iterations), iterations, Block.EMPTY);
        }
        TrialResult scored = scorer.completed(List.of(), whole.cost().training().dividedBy(part));
        return Optional.of(new Kept((Completed) scored.outcome(), scored.artifacts()));
    }
}
