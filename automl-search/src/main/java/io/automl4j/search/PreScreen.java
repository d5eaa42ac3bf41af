package io.automl4j.search;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Of several proposals of another proposer the one of which a surrogate expects most: what remained of BANANAS when it was
 * taken apart (White et al. 2021, arXiv:1910.11858; Schneider et al. 2021, arXiv:2107.07343).
 */
final class PreScreen implements Proposer {
    private record Expected(Proposal proposal, double improvement) {}

    private final Proposer proposer;
    private final Surrogate surrogate;
    private final int proposals;

    /**
     * A screen in front of a proposer.
     *
     * @param proposer makes proposals
     * @param surrogate chooses among them, once it knows enough
     * @param proposals from how many it chooses
     */
    PreScreen(Proposer proposer, Surrogate surrogate, int proposals) {
        this.proposer = proposer;
        this.surrogate = surrogate;
        this.proposals = proposals;
    }

    @Override
    public void learn(Trial trial) {
        proposer.learn(trial);
        surrogate.learn(trial);
    }

    @Override
    public Proposal propose(RandomGenerator random) {
        if (!surrogate.isReady()) {
            return proposer.propose(random);
        }
        return IntStream.range(0, proposals)
                .mapToObj(i -> proposer.propose(random))
                .map(proposal -> new Expected(proposal, surrogate.expectedImprovement(proposal.point())))
                .max(Comparator.comparingDouble(Expected::improvement))
                .orElseThrow()
                .proposal();
    }
}
