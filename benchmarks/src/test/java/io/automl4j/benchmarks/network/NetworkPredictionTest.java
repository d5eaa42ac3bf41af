package io.automl4j.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.model.network.LayerStyle.Norm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkPredictionTest {
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "resnet"})
    void allRowsGetProbabilities(String body) {
        NetworkPrediction benchmark = new NetworkPrediction();
        benchmark.body = body;
        benchmark.rows = 300;
        benchmark.width = 16;
        benchmark.norm = Norm.BATCH;
        benchmark.build();
        float[] out = benchmark.predict();
        assertThat(out).hasSize(600);
        for (int row = 0; row < 300; row++) {
            assertThat(out[2 * row] + out[2 * row + 1]).isCloseTo(1, within(1e-5f));
        }
    }
}
