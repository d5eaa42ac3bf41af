package io.automl4j.search;

import io.automl4j.api.space.ChoiceParameter;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bayesian optimisation in the manner of SMAC (Hutter et al. 2011, doi:10.1007/978-3-642-25566-3_40): of the neighbours of
 * the best trials, which differ from them in one parameter, and of random points the one of highest expected improvement.
 */
final class ForestProposer implements Proposer {
    private static final int PARENTS = 3;
    private static final int NEIGHBOURS = 3;
    private static final int RANDOM = 100;
    private static final double STEP = 0.2;

    private final SearchSpace space;
    private final Surrogate surrogate;

    /**
     * A proposer that knows nothing.
     *
     * @param space what is searched, of at least one parameter
     * @param surrogate says what may be expected
     */
    ForestProposer(SearchSpace space, Surrogate surrogate) {
        this.space = space;
        this.surrogate = surrogate;
    }

    @Override
    public void learn(Trial trial) {
        surrogate.learn(trial);
    }

    @Override
    public Proposal propose(RandomGenerator random) {
        if (!surrogate.isReady()) {
            return Proposal.random(space, random);
        }
        List<Proposal> candidates = new ArrayList<>();
        for (Trial parent : surrogate.ranked().stream().limit(PARENTS).toList()) {
            Origin origin = new Origin("neighbour", List.of(parent.id()));
            for (int changed = 0; changed < space.dimension(); changed++) {
                for (int i = 0; i < NEIGHBOURS; i++) {
                    candidates.add(new Proposal(neighbour(parent.coordinates(), changed, random), origin));
                }
            }
        }
        for (int i = 0; i < RANDOM; i++) {
            candidates.add(Proposal.random(space, random));
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(candidate -> surrogate.expectedImprovement(candidate.point())))
                .orElseThrow();
    }

    private double[] neighbour(double[] point, int changed, RandomGenerator random) {
        boolean choice = space.parameters().get(changed) instanceof ChoiceParameter;
        double moved = choice ? random.nextDouble() : point[changed] + STEP * random.nextGaussian();
        point[changed] = Math.min(1, Math.max(0, moved));
        return point;
    }
}
