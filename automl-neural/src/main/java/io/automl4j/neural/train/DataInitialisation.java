package io.automl4j.neural.train;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Lets dense layers begin by what they see (RealMLP-TD, Holzmüller et al. 2024, arXiv:2407.04491, table A.1): weights are
 * normal, then scaled so that each unit's sums have variance 1 on the rows; biases are such that units bend amid the
 * rows: minus a random mixture of five sums.
 */
public final class DataInitialisation {
    private static final int MOST_ROWS = 1_024;
    private static final int MIXED = 5;

    private final NetworkSpec spec;
    private final float[] parameters;
    private final SplittableRandom random;

    private DataInitialisation(NetworkSpec spec, float[] parameters, SplittableRandom random) {
        this.spec = spec;
        this.parameters = parameters;
        this.random = random;
    }

    /**
     * Sets the parameters of dense layers, one layer after another.
     *
     * @param spec the network
     * @param parameters its flat array, which is changed
     * @param rows what it will learn from, of which some are looked at
     * @param random where chance comes from
     */
    public static void apply(NetworkSpec spec, float[] parameters, EncodedRows rows, SplittableRandom random) {
        new DataInitialisation(spec, parameters, random).apply(rows);
    }

    private void apply(EncodedRows rows) {
        int count = Math.min(Math.max(1, MOST_ROWS / most(spec)), rows.rows());
        int width = rows.width();
        TrainingGraph graph = new TrainingGraph(spec, Weights.of(parameters), width, count, Gemms.forThread());
        for (int row = 0; row < count; row++) {
            int from = count == rows.rows() ? row : random.nextInt(rows.rows());
            System.arraycopy(rows.values(), from * width, graph.input(), row * width, width);
        }
        float[] before = parameters.clone();
        for (int node = 0; node < spec.nodes().size(); node++) {
            if (spec.nodes().get(node).operation() instanceof Dense layer) {
                draw(layer, spec.offset(node));
                graph.forward(count, random);
                fit(layer, spec.offset(node), graph.values(node), count * spec.members(node));
            }
        }
        forget(before);
    }

    /** Into how many rows a row is made at most. */
    private static int most(NetworkSpec spec) {
        return IntStream.range(0, spec.nodes().size()).map(spec::members).max().orElse(1);
    }

    /** What norms have seen meanwhile are rows of a network that was half drawn. */
    private void forget(float[] before) {
        for (int node = 0; node < spec.nodes().size(); node++) {
            if (spec.nodes().get(node).operation() instanceof BatchNorm norm) {
                int at = spec.offset(node);
                System.arraycopy(before, at, parameters, at, norm.parameters());
            }
        }
    }

    private void draw(Dense layer, int at) {
        int weights = layer.inputs() * layer.outputs();
        for (int i = 0; i < layer.parameters(); i++) {
            parameters[at + i] = i < weights ? (float) random.nextGaussian() : 0;
        }
    }

    /** Sums without biases are given. */
    private void fit(Dense layer, int at, float[] sums, int rows) {
        int outputs = layer.outputs();
        for (int unit = 0; unit < outputs; unit++) {
            double deviation = deviation(sums, unit, outputs, rows);
            float scale = deviation > 0 ? (float) (1 / deviation) : 1;
            for (int i = 0; i < layer.inputs(); i++) {
                parameters[at + i * outputs + unit] *= scale;
            }
            parameters[at + layer.inputs() * outputs + unit] = -scale * mixture(sums, unit, outputs, rows);
        }
    }

    private static double deviation(float[] sums, int unit, int outputs, int rows) {
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += sums[row * outputs + unit] / (double) rows;
        }
        double square = 0;
        for (int row = 0; row < rows; row++) {
            double distance = sums[row * outputs + unit] - mean;
            square += distance * distance / rows;
        }
        return Math.sqrt(square);
    }

    /** A mean of some rows with random weights, all of which are equally likely. */
    private float mixture(float[] sums, int unit, int outputs, int rows) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < MIXED; i++) {
            double weight = -Math.log(1 - random.nextDouble());
            total += weight;
            sum += weight * sums[random.nextInt(rows) * outputs + unit];
        }
        return (float) (sum / total);
    }
}
