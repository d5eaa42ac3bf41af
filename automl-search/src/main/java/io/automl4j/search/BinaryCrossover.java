package io.automl4j.search;

import io.jenetics.Crossover;
import io.jenetics.DoubleGene;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.util.random.RandomGenerator;

/**
 * Simulated binary crossover (Deb and Agrawal 1995, Complex Systems 9): children lie around their parents, the nearer the
 * greater the index. Jenetics 7.2.0 has one that takes half the difference of the parents for their mean, so that children
 * gather at 0; it seems good only where the optimum lies there.
 *
 * @param <C> what individuals are compared by
 */
final class BinaryCrossover<C extends Comparable<? super C>> extends Crossover<DoubleGene, C> {
    private final double index;

    /**
     * A crossover.
     *
     * @param probability that two individuals are crossed
     * @param index how near to their parents children are, no less than 0
     */
    BinaryCrossover(double probability, double index) {
        super(probability);
        this.index = index;
    }

    /** Each gene is crossed with probability one half. */
    @Override
    protected int crossover(MSeq<DoubleGene> that, MSeq<DoubleGene> other) {
        RandomGenerator random = RandomRegistry.random();
        for (int i = 0; i < that.size(); i++) {
            if (random.nextBoolean()) {
                double a = that.get(i).doubleValue();
                double b = other.get(i).doubleValue();
                double u = random.nextDouble();
                double spread = Math.pow(u <= 0.5 ? 2 * u : 1 / (2 * (1 - u)), 1 / (index + 1));
                double mean = (a + b) / 2;
                double half = spread * (a - b) / 2;
                that.set(i, inside(that.get(i), mean + half));
                other.set(i, inside(other.get(i), mean - half));
            }
        }
        return 2;
    }

    /** The upper end of a gene is no value of it. */
    private static DoubleGene inside(DoubleGene gene, double value) {
        return gene.newInstance(Math.min(Math.nextDown(gene.max()), Math.max(gene.min(), value)));
    }
}
