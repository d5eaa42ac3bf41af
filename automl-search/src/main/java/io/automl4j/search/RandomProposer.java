package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import java.util.random.RandomGenerator;

/**
 * Uniform in the cube: the baseline of every comparison (Bergstra and Bengio 2012, JMLR 13), and a part of other searches
 * that keeps them from narrowing.
 *
 * @param space what is searched
 */
record RandomProposer(SearchSpace space) implements Proposer {
    @Override
    public void learn(Trial trial) {}

    @Override
    public Proposal propose(RandomGenerator random) {
        return Proposal.random(space, random);
    }
}
