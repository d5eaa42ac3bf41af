package io.automl4j.search;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Origin;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Steady-state NSGA-II (Deb et al. 2002, doi:10.1109/4235.996017) of Jenetics' parts: of the population and each new trial
 * the best are kept by non-dominated rank and crowding; parents win tournaments; children come from crossover and
 * mutation. With one objective the rank is its order.
 */
final class Evolution implements Proposer {
    private static final double NEARNESS = 5;
    /** Any value, rather than a step from the parent's. */
    private static final double JUMPS = 0.2;

    private static final BinaryCrossover<Vec<double[]>> CROSSOVER = new BinaryCrossover<>(1, NEARNESS);
    private static final NSGA2Selector<DoubleGene, Vec<double[]>> SELECTOR = NSGA2Selector.ofVec();

    private final SearchSpace space;
    private final Breeding breeding;
    /** Best first. */
    private ISeq<Phenotype<DoubleGene, Vec<double[]>>> population = ISeq.empty();

    private final IdentityHashMap<Phenotype<DoubleGene, Vec<double[]>>, Trial> trials = new IdentityHashMap<>();
    private long born;

    /**
     * Who has children, and how.
     *
     * @param population how many trials are kept
     * @param founders how many are drawn at random before there are children, unless there are starts
     * @param tournament of so many drawn ones the best is a parent
     * @param crossover the share of children of two parents
     */
    record Breeding(int population, int founders, int tournament, double crossover) {
        /** For the tens or hundreds of trials that a run has: soon, greedy, and with steps rather than mixtures. */
        static final Breeding FEW_TRIALS = new Breeding(20, 5, 4, 0.1);
    }

    /**
     * An evolution without a population.
     *
     * @param space what is searched, of at least one parameter
     * @param breeding who has children, and how
     */
    Evolution(SearchSpace space, Breeding breeding) {
        this.space = space;
        this.breeding = breeding;
    }

    @Override
    public void learn(Trial trial) {
        born++;
        ISeq<Phenotype<DoubleGene, Vec<double[]>>> others = population.stream()
                .filter(member -> !trial(member).point().equals(trial.point()))
                .collect(ISeq.toISeq());
        double[] values =
                trial.values().stream().mapToDouble(Double::doubleValue).toArray();
        Phenotype<DoubleGene, Vec<double[]>> member = Phenotype.of(genotype(trial.coordinates()), born, Vec.of(values));
        trials.put(member, trial);
        population = SELECTOR.select(
                others.append(List.of(member)), Math.min(breeding.population(), others.size() + 1), Optimize.MINIMUM);
        trials.keySet().retainAll(population.asList());
    }

    private Trial trial(Phenotype<DoubleGene, Vec<double[]>> member) {
        return Objects.requireNonNull(trials.get(member), "a member that is of no trial");
    }

    private static Genotype<DoubleGene> genotype(double[] point) {
        return Genotype.of(DoubleChromosome.of(
                Arrays.stream(point).mapToObj(u -> DoubleGene.of(u, 0, 1)).collect(ISeq.toISeq())));
    }

    @Override
    public Proposal propose(RandomGenerator random) {
        if (population.isEmpty() || (born < breeding.founders() && !hasStarts())) {
            return Proposal.random(space, random);
        }
        Phenotype<DoubleGene, Vec<double[]>> parent = winner(random);
        Set<String> operators = new LinkedHashSet<>();
        if (population.size() < 2 || random.nextDouble() >= breeding.crossover()) {
            double[] child = mutated(trial(parent).coordinates(), 1, random, operators);
            return proposal(child, operators, trial(parent).id());
        }
        Phenotype<DoubleGene, Vec<double[]>> other = winner(random);
        operators.add(CROSSOVER.getClass().getSimpleName());
        double[] child = mutated(crossed(parent, other, random), 0, random, operators);
        return proposal(child, operators, trial(parent).id(), trial(other).id());
    }

    private static Proposal proposal(double[] point, Set<String> operators, Long... parents) {
        return new Proposal(point, new Origin(String.join("+", operators), List.of(parents)));
    }

    /** A configuration that somebody chose is a better founder than several that nobody did. */
    private boolean hasStarts() {
        return population.stream()
                .anyMatch(member -> trial(member).outcome().request().origin().equals(Origin.START));
    }

    /** Alterers draw from the registry of their thread. */
    private double[] crossed(
            Phenotype<DoubleGene, Vec<double[]>> one,
            Phenotype<DoubleGene, Vec<double[]>> other,
            RandomGenerator random) {
        return RandomRegistry.with(
                        random,
                        drawn -> CROSSOVER.alter(ISeq.of(one, other), born).population())
                .get(0)
                .genotype()
                .chromosome()
                .stream()
                .mapToDouble(DoubleGene::doubleValue)
                .toArray();
    }

    /** Each parameter is changed with a probability of one in their number, and at least some are; says by what. */
    private static double[] mutated(double[] point, int least, RandomGenerator random, Set<String> operators) {
        for (int changed = 0, i = 0; i < point.length || changed < least; i++) {
            int at = i % point.length;
            if (random.nextDouble() * point.length < 1) {
                Mutation mutation = random.nextDouble() < JUMPS ? Mutation.JUMP : Mutation.STEP;
                point[at] = mutation.of(point[at], random);
                operators.add(mutation.operator());
                changed++;
            }
        }
        return point;
    }

    private Phenotype<DoubleGene, Vec<double[]>> winner(RandomGenerator random) {
        int best = IntStream.range(0, breeding.tournament())
                .map(i -> random.nextInt(population.size()))
                .min()
                .orElseThrow();
        return population.get(best);
    }
}
