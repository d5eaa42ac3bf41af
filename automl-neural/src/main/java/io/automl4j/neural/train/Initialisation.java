package io.automl4j.neural.train;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ParameterVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where parameters begin. In the neural-tangent parametrisation weights and biases are standard normal and the last
 * layer is 0 (RealMLP-TD-S, arXiv:2407.04491, table A.1); otherwise they are uniform in ±1/√inputs.
 */
public final class Initialisation implements ParameterVisitor {
    private final float[] parameters;
    private final SplittableRandom random;
    private final double spread;
    private int at;
    private boolean last;
    private boolean signed;

    private Initialisation(float[] parameters, SplittableRandom random, double spread) {
        this.parameters = parameters;
        this.random = random;
        this.spread = spread;
    }

    /**
     * Draws parameters.
     *
     * @param spec the network
     * @param spread the standard deviation of the frequencies of periodic features
     * @param random where chance comes from
     * @return a new flat array
     */
    public static float[] draw(NetworkSpec spec, double spread, SplittableRandom random) {
        Initialisation drawing = new Initialisation(new float[spec.parameters()], random, spread);
        for (int node = 0; node < spec.nodes().size(); node++) {
            drawing.at = spec.offset(node);
            drawing.last = node == spec.nodes().size() - 1;
            spec.nodes().get(node).operation().accept(drawing);
        }
        return drawing.parameters;
    }

    private int fill(int from, int count, float value) {
        Arrays.fill(parameters, from, from + count, value);
        return from + count;
    }

    private int normal(int from, int count, double deviation) {
        for (int i = from; i < from + count; i++) {
            parameters[i] = (float) (deviation * random.nextGaussian());
        }
        return from + count;
    }

    private int uniform(int from, int count, double bound) {
        for (int i = from; i < from + count; i++) {
            parameters[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return from + count;
    }

    private int dense(Dense layer, int from) {
        if (!layer.tangent()) {
            return uniform(from, layer.parameters(), 1 / Math.sqrt(layer.inputs()));
        }
        return last ? from + layer.parameters() : normal(from, layer.parameters(), 1);
    }

    @Override
    public int at() {
        return at;
    }

    @Override
    public Integer embedding(Embedding operation) {
        return normal(at, operation.parameters(), 1);
    }

    @Override
    public Integer periodic(Periodic operation) {
        int waves = operation.features() * operation.frequencies();
        int phases = normal(at, waves, spread);
        int weights = uniform(phases, waves, Math.PI);
        return uniform(weights, operation.parameters() - 2 * waves, 1 / Math.sqrt(operation.frequencies()));
    }

    /** 1; of the members' first factors 1 or -1, so that they differ from the start (TabM, section 3). */
    @Override
    public Integer scaling(Scaling operation) {
        boolean signs = operation.sets() > 1 && !signed;
        signed |= signs;
        for (int i = at; i < at + operation.sets() * operation.width(); i++) {
            parameters[i] = signs && random.nextBoolean() ? -1 : 1;
        }
        return at + operation.parameters();
    }

    @Override
    public Integer dense(Dense operation) {
        return dense(operation, at);
    }

    @Override
    public Integer activation(Activation operation) {
        return fill(at, operation.parameters(), 1);
    }

    @Override
    public Integer batchNorm(BatchNorm operation) {
        int means = fill(fill(at, operation.width(), 1), operation.width(), 0);
        return fill(fill(means, operation.width(), 0), operation.width(), 1);
    }

    @Override
    public Integer layerNorm(LayerNorm operation) {
        return fill(fill(at, operation.width(), 1), operation.width(), 0);
    }

    @Override
    public Integer memberDense(MemberDense operation) {
        int from = at;
        for (int member = 0; member < operation.count(); member++) {
            dense(operation.layer(), from);
            from += operation.layer().parameters();
        }
        return from;
    }
}
