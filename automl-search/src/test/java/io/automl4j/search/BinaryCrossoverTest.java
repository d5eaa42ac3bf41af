package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.DoubleGene;
import io.jenetics.ext.SimulatedBinaryCrossover;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BinaryCrossoverTest {
    private static final int GENES = 20_000;

    private static MSeq<DoubleGene> genes(double value) {
        return MSeq.of(() -> DoubleGene.of(value, 0, 1), GENES);
    }

    private static double mean(MSeq<DoubleGene> genes) {
        return genes.stream().mapToDouble(DoubleGene::doubleValue).average().orElseThrow();
    }

    @Test
    void childrenLieAroundTheirParents() {
        MSeq<DoubleGene> one = genes(0.5);
        MSeq<DoubleGene> other = genes(0.7);
        RandomRegistry.with(new SplittableRandom(1), random -> new BinaryCrossover<Double>(1, 5).crossover(one, other));
        assertThat(mean(one)).isCloseTo(0.5, within(0.005));
        assertThat(mean(other)).isCloseTo(0.7, within(0.005));
        assertThat(one).anyMatch(gene -> gene.doubleValue() < 0.49).anyMatch(gene -> gene.doubleValue() > 0.51);
        for (int i = 0; i < GENES; i++) {
            double sum = one.get(i).doubleValue() + other.get(i).doubleValue();
            boolean atTheEnd = other.get(i).doubleValue() > 0.999 || one.get(i).doubleValue() < 0.001;
            assertThat(atTheEnd || Math.abs(sum - 1.2) < 1e-9)
                    .as("gene %d: %s", i, sum)
                    .isTrue();
        }
    }

    @Test
    void childrenStayInside() {
        MSeq<DoubleGene> one = genes(0.01);
        MSeq<DoubleGene> other = genes(0.99);
        RandomRegistry.with(new SplittableRandom(2), random -> new BinaryCrossover<Double>(1, 2).crossover(one, other));
        assertThat(one).allMatch(DoubleGene::isValid);
        assertThat(other).allMatch(DoubleGene::isValid);
    }

    /** Why there is one of our own. If this fails, that of Jenetics can be taken. */
    @Test
    void thatOfJeneticsLosesTheMeanOfTheParents() {
        var theirs = new SimulatedBinaryCrossover<DoubleGene, Double>(1, 5) {
            @Override
            public int crossover(MSeq<DoubleGene> that, MSeq<DoubleGene> other) {
                return super.crossover(that, other);
            }
        };
        MSeq<DoubleGene> one = genes(0.5);
        MSeq<DoubleGene> other = genes(0.7);
        RandomRegistry.with(new SplittableRandom(3), random -> theirs.crossover(one, other));
        assertThat(mean(one)).isLessThan(0.4);
    }
}
