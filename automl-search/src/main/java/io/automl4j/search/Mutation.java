package io.automl4j.search;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.random.RandomGenerator;

/**
 * Changes of single parameters by Jenetics' mutators. Given a whole genotype they draw three times, with the cube root of
 * their probability, for the individual, the chromosome and the gene: most children are then copies, and the others
 * differ in many parameters.
 *
 * @param mutator changes each gene
 */
record Mutation(Mutator<DoubleGene, Double> mutator) {
    /** A Gaussian step. */
    static final Mutation STEP = new Mutation(new GaussianMutator<>(1));
    /** Any value. */
    static final Mutation JUMP = new Mutation(new Mutator<>(1));

    /** The name of the operator in journals. */
    String operator() {
        return mutator.getClass().getSimpleName();
    }

    /** Another value instead of one in [0,1]. */
    double of(double value, RandomGenerator random) {
        Genotype<DoubleGene> gene = Genotype.of(DoubleChromosome.of(DoubleGene.of(value, 0, 1)));
        return RandomRegistry.with(
                random,
                drawn -> mutator.alter(ISeq.of(Phenotype.of(gene, 1)), 1)
                        .population()
                        .get(0)
                        .genotype()
                        .gene()
                        .doubleValue());
    }
}
