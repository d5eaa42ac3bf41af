package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Origin;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Regularised evolution (Real et al. 2019, arXiv:1802.01548): the population is a queue that the oldest leaves; the best
 * of a random sample becomes a parent, and its child differs in one parameter, by a Gaussian step as a rule, else by any
 * value. With several objectives the best is the one that fewest of the population dominate.
 */
final class AgingEvolution implements Proposer {
    private static final double STEPS = 0.7;

    private final SearchSpace space;
    private final int size;
    private final int sample;
    /** The trials by their points, the oldest first. */
    private final Map<List<Double>, Trial> population = new LinkedHashMap<>();

    private final Set<Long> known = new HashSet<>();

    /**
     * An evolution without a population.
     *
     * @param space what is searched, of at least one parameter
     * @param size how many trials the population holds
     * @param sample from how many a parent is chosen
     */
    AgingEvolution(SearchSpace space, int size, int sample) {
        this.space = space;
        this.size = size;
        this.sample = sample;
    }

    @Override
    public void learn(Trial trial) {
        if (!known.add(trial.id())) {
            // another loss makes nobody younger
            population.computeIfPresent(trial.point(), (point, member) -> member.id() == trial.id() ? trial : member);
            return;
        }
        population.remove(trial.point());
        population.put(trial.point(), trial);
        if (population.size() > size) {
            population.remove(population.keySet().iterator().next());
        }
    }

    @Override
    public Proposal propose(RandomGenerator random) {
        if (population.size() < 2) {
            return Proposal.random(space, random);
        }
        List<Trial> members = List.copyOf(population.values());
        Trial parent = IntStream.range(0, Math.min(sample, members.size()))
                .mapToObj(i -> members.get(random.nextInt(members.size())))
                .min(Comparator.comparingInt((Trial trial) -> dominators(trial, members))
                        .thenComparingDouble(Trial::loss))
                .orElseThrow();
        Mutation mutation = random.nextDouble() < STEPS ? Mutation.STEP : Mutation.JUMP;
        double[] point = parent.coordinates();
        int changed = random.nextInt(point.length);
        point[changed] = mutation.of(point[changed], random);
        return new Proposal(point, new Origin(mutation.operator(), List.of(parent.id())));
    }

    private static int dominators(Trial trial, List<Trial> members) {
        return (int) members.stream()
                .filter(other -> Dominance.dominates(other.values(), trial.values()))
                .count();
    }
}
