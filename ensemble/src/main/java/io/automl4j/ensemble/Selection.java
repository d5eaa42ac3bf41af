package io.automl4j.ensemble;

import java.util.List;

/**
 * The chosen ensemble.
 *
 * @param members trials and shares, the heaviest first
 * @param loss the loss of the ensemble on all rows of the selection
 */
public record Selection(List<WeightedCandidate> members, double loss) {

    /** Copies the members. */
    public Selection {
        members = List.copyOf(members);
    }
}
