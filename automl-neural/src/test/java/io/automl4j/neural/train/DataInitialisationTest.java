package io.automl4j.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.neural.kernel.JavaGemm;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DataInitialisationTest {
    private static final int ROWS = 500;

    private static EncodedRows rows(double scale) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[3 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * (5 + random.nextGaussian()));
        }
        List<Feature> features = List.of(new Feature("a", 0), new Feature("b", 0), new Feature("c", 0));
        return EncodedRows.of(features, values, ROWS);
    }

    @Test
    void sumsVaryByOneAndUnitsBendAmidTheRows() {
        NetworkInputs inputs = new NetworkInputs(List.of(0, 1, 2), List.of(), List.of(), 0, 0, true);
        LayerStyle style = new LayerStyle(ActivationFunction.RELU, false, Norm.NONE, 0, true);
        NetworkSpec spec = new Architecture(inputs, new Mlp(List.of(16, 16), style), 1).network(2);
        float[] parameters = Initialisation.draw(spec, 1, new SplittableRandom(1));
        EncodedRows rows = rows(40);
        DataInitialisation.apply(spec, parameters, rows, new SplittableRandom(2));
        TrainingGraph graph = new TrainingGraph(spec, Weights.of(parameters), 3, ROWS, new JavaGemm());
        System.arraycopy(rows.values(), 0, graph.input(), 0, 3 * ROWS);
        graph.forward(ROWS, new SplittableRandom(3));
        for (int node = 0; node < spec.nodes().size(); node++) {
            if (spec.nodes().get(node).operation() instanceof Dense layer) {
                for (int unit = 0; unit < layer.outputs(); unit++) {
                    assertSpread(graph.values(node), unit, layer.outputs());
                }
            }
        }
    }

    private static void assertSpread(float[] sums, int unit, int outputs) {
        double mean = 0;
        double square = 0;
        int above = 0;
        for (int row = 0; row < ROWS; row++) {
            double sum = sums[row * outputs + unit];
            mean += sum / ROWS;
            square += sum * sum / ROWS;
            above += sum > 0 ? 1 : 0;
        }
        assertThat(square - mean * mean).isCloseTo(1, within(0.01));
        assertThat(above).as("rows on both sides").isBetween(1, ROWS - 1);
    }
}
