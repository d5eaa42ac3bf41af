package io.automl4j.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.model.network.LayerStyle.Norm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepCaseTest {

    /** No figure, which a test must not owe, but an order: the floor is below ours, and ours below DL4J. */
    @ParameterizedTest
    @CsvSource({"false, NONE", "true, BATCH"})
    void theFloorIsBelowOursAndOursIsBelowDl4j(boolean residual, Norm norm) {
        StepCase small = new StepCase(residual, 64, 64, norm);
        long ours = fastest(small.ours());
        assertThat(fastest(small.products())).isLessThan(ours);
        assertThat(ours).isLessThan(fastest(small.dl4j()));
    }

    private static long fastest(Runnable step) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 60; i++) {
            long start = System.nanoTime();
            step.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }
}
