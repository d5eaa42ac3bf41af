package io.automl4j.tabular.conduct;

import io.automl4j.api.run.Part;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.GreedySelection;
import io.automl4j.ensemble.Selection;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.Stacking;
import io.automl4j.model.PostProcessing;
import io.automl4j.tabular.conduct.EnsembleChoice.Chosen;
import io.automl4j.tabular.validation.OutOfFold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What trials predict for rows that their models did not see, by which ensembles of them are chosen and judged. */
final class Evidence {
    private final RunData data;
    private final Labels truth;
    private final PostProcessor processor;
    private final OutOfFold outOfFold;
    private final int folds;
    private final Map<Long, Kept> kept = new LinkedHashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * The evidence of some folds.
     *
     * @param data what was learned from
     * @param trials trials that have these folds at least
     * @param folds how many, from the first one; a row that several of them validate has the mean of their models
     * @param leftOut parts that are left out
     */
    Evidence(RunData data, List<Kept> trials, int folds, Set<Part> leftOut) {
        this.data = data;
        OutOfFold outOfFold = data.plan().outOfFold(folds);
        this.truth = data.labels().select(outOfFold.rows());
        this.processor = new PostProcessor(data.task(), data.metric(), truth, leftOut);
        this.outOfFold = outOfFold;
        this.folds = folds;
        trials.forEach(this::add);
    }

    private Evidence(Evidence of) {
        this.data = of.data;
        this.truth = of.truth;
        this.processor = of.processor;
        this.outOfFold = of.outOfFold;
        this.folds = of.folds;
        kept.putAll(of.kept);
        candidates.addAll(of.candidates);
    }

    /** The same with further trials, as far as they have these folds. */
    Evidence with(List<Kept> more) {
        Evidence all = new Evidence(this);
        more.stream().filter(trial -> trial.artifacts().size() >= folds).forEach(all::add);
        return all;
    }

    private void add(Kept trial) {
        long id = trial.outcome().request().id();
        kept.put(id, trial);
        List<Predictions> predictions = trial.artifacts().stream()
                .limit(folds)
                .map(FoldArtifact::predictions)
                .map(block -> Predictions.of(block, data.task().outputs()))
                .toList();
        candidates.add(new Candidate(
                id,
                trial.outcome().request().learner(),
                outOfFold.merge(predictions),
                trial.outcome().cost().operationsPerRow()));
    }

    List<Candidate> candidates() {
        return candidates;
    }

    Kept kept(long trial) {
        return Objects.requireNonNull(kept.get(trial));
    }

    /** The best ensemble within bounds, of which nothing is made yet. */
    EnsembleChoice choose(SelectionParams params) {
        Selection selection = GreedySelection.select(candidates, truth, data.metric(), params);
        List<Chosen> chosen = selection.members().stream()
                .map(member -> new Chosen(kept(member.trial()), member.weight()))
                .toList();
        return new EnsembleChoice(chosen, PostProcessing.NONE, data.metric().score(truth, mixture(chosen)));
    }

    /** An ensemble with what is made of its mean. */
    EnsembleChoice processed(List<Chosen> members) {
        PostProcessor.Processed processed = processor.of(mixture(members));
        return new EnsembleChoice(members, processed.processing(), processed.score());
    }

    /**
     * The same, stacked where that is worth it.
     *
     * @param members of an ensemble
     * @param trainers what may learn the correction
     * @param cancellation ends it, without a stack
     */
    EnsembleChoice stacked(List<Chosen> members, List<Stacking.Trainer> trainers, Cancellation cancellation) {
        Map<Long, Double> shares = shares(members);
        List<Candidate> stacked = candidates.stream()
                .filter(candidate -> shares.containsKey(candidate.trial()))
                .toList();
        return processor
                .stacked(stacked, shares, trainers, cancellation)
                .map(processed -> new EnsembleChoice(members, processed.processing(), processed.score()))
                .orElseGet(() -> processed(members));
    }

    private Predictions mixture(List<Chosen> members) {
        return Candidate.mixture(candidates, shares(members));
    }

    private static Map<Long, Double> shares(List<Chosen> members) {
        Map<Long, Double> shares = new LinkedHashMap<>();
        members.forEach(member -> shares.put(member.trial(), member.weight()));
        return shares;
    }
}
