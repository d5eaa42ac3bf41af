package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.search.Evolution.Breeding;
import java.util.Locale;

/** How configurations are found. */
public enum Explorer {
    /** NSGA-II, of whose children a surrogate chooses one of many; one in ten is drawn at random. */
    EVOLUTION {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            Surrogate surrogate = new Surrogate(space.dimension(), seed);
            return mixed(space, new PreScreen(NSGA2.proposer(space, seed), surrogate, CHILDREN));
        }
    },
    /** Uniformly at random. */
    RANDOM {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            return new RandomProposer(space);
        }
    },
    /** Steady-state NSGA-II. */
    NSGA2 {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            return new Evolution(space, Breeding.FEW_TRIALS);
        }
    },
    /** Regularised evolution. */
    AGING {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            return new AgingEvolution(space, QUEUE, SAMPLE);
        }
    },
    /** Bayesian optimisation by a forest. */
    SMAC {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            return mixed(space, new ForestProposer(space, new Surrogate(space.dimension(), seed)));
        }
    },
    /** A tree-structured Parzen estimator. */
    TPE {
        @Override
        Proposer proposer(SearchSpace space, long seed) {
            return mixed(space, new ParzenProposer(space));
        }
    };

    private static final int CHILDREN = 60;
    private static final int QUEUE = 30;
    private static final int SAMPLE = 8;
    private static final double RANDOM_SHARE = 0.1;

    /** Models see only what was tried: some configurations are drawn whatever they say. */
    private static Proposer mixed(SearchSpace space, Proposer usual) {
        return new Mixed(usual, new RandomProposer(space), RANDOM_SHARE);
    }

    abstract Proposer proposer(SearchSpace space, long seed);

    /**
     * The name in commands.
     *
     * @return lower-case letters and digits
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
