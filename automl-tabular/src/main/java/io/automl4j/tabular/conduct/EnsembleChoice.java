package io.automl4j.tabular.conduct;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.GreedySelection;
import io.automl4j.ensemble.Selection;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.WeightedCandidate;
import io.automl4j.tabular.validation.OutOfFold;
import java.util.List;

/**
 * Which trials make up the ensemble, and with what weight. Only trials of equal coverage are compared.
 *
 * @param members the chosen trials, the heaviest first
 * @param score the ensemble's metric on the rows that were covered
 */
record EnsembleChoice(List<Chosen> members, double score) {

    /** A chosen trial and its share; shares sum to 1. */
    record Chosen(TrialOutcome.Completed outcome, double weight) {}

    static EnsembleChoice of(RunData data, List<ArtifactStore.Kept> ranked, SelectionParams params) {
        List<ArtifactStore.Kept> comparable = comparable(ranked);
        int folds = comparable.get(0).artifacts().size();
        OutOfFold outOfFold = data.plan().outOfFold(folds);
        Labels truth = data.labels().select(outOfFold.rows());
        List<Candidate> candidates = comparable.stream()
                .map(kept -> new Candidate(
                        kept.outcome().request().id(),
                        outOfFold.merge(
                                predictions(kept.artifacts(), data.task().outputs())),
                        kept.outcome().cost().operationsPerRow()))
                .toList();
        Selection selection = GreedySelection.select(candidates, truth, data.metric(), params);
        List<Chosen> chosen = selection.members().stream()
                .map(member -> new Chosen(outcomeOf(comparable, member.trial()), member.weight()))
                .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
                .toList();
        return new EnsembleChoice(chosen, data.metric().score(truth, mixture(candidates, selection)));
    }

    private static Predictions mixture(List<Candidate> candidates, Selection selection) {
        Predictions first = candidates.get(0).predictions();
        float[] sum = new float[first.rows() * first.outputs()];
        for (WeightedCandidate member : selection.members()) {
            float[] values = candidates.stream()
                    .filter(candidate -> candidate.trial() == member.trial())
                    .findFirst()
                    .orElseThrow()
                    .predictions()
                    .toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) member.weight() * values[i];
            }
        }
        return Predictions.of(sum, first.outputs());
    }

    /** The trials of the widest coverage, which comes first. */
    private static List<ArtifactStore.Kept> comparable(List<ArtifactStore.Kept> ranked) {
        int widest = ranked.get(0).artifacts().size();
        return ranked.stream().filter(kept -> kept.artifacts().size() == widest).toList();
    }

    private static List<Predictions> predictions(List<FoldArtifact> artifacts, int outputs) {
        return artifacts.stream()
                .map(artifact -> Predictions.of(artifact.predictions(), outputs))
                .toList();
    }

    private static TrialOutcome.Completed outcomeOf(List<ArtifactStore.Kept> kept, long trial) {
        return kept.stream()
                .map(ArtifactStore.Kept::outcome)
                .filter(outcome -> outcome.request().id() == trial)
                .findFirst()
                .orElseThrow();
    }
}
