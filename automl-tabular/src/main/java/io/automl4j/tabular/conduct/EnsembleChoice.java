package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.model.PostProcessing;
import java.util.List;

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

    List<Completed> outcomes() {
        return members.stream().map(member -> member.kept().outcome()).toList();
    }
}
