package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.model.PostProcessing;
import io.automl4j.search.ParetoFront;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which trials make up an ensemble, and with what weight.
 *
 * @param members the chosen trials, the heaviest first
 * @param processing what is made of its mean
 * @param score the ensemble's metric on the rows that were covered
 */
record EnsembleChoice(List<Chosen> members, PostProcessing processing, double score) {

    /** Copies the list. */
    EnsembleChoice {
        members = List.copyOf(members);
    }

    /** A chosen trial and its share; shares sum to 1. */
    record Chosen(Kept kept, double weight) {
        long trial() {
            return kept.outcome().request().id();
        }
    }

    /**
     * Those of which none is better in everything than another, after one that is taken for the best whatever the scores say: others
     * may be better just on the rows that they were chosen on.
     */
    static List<EnsembleChoice> front(
            EnsembleChoice best, List<EnsembleChoice> others, Function<EnsembleChoice, List<Double>> values) {
        List<EnsembleChoice> all = new ArrayList<>(List.of(best));
        all.addAll(others);
        List<EnsembleChoice> front = new ArrayList<>(ParetoFront.of(all, values).members());
        front.remove(best);
        front.add(0, best);
        return List.copyOf(front);
    }

    List<Completed> outcomes() {
        return members.stream().map(member -> member.kept().outcome()).toList();
    }
}
