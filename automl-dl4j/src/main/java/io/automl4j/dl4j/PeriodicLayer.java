package io.automl4j.dl4j;

import io.automl4j.model.network.Periodic;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** {@link Periodic} in a graph. */
@SuppressWarnings("NullAway")
public final class PeriodicLayer extends OwnLayer {
    static final String FREQUENCIES = "w1";
    static final String PHASES = "b1";
    static final String WEIGHTS = "w2";
    static final String BIASES = "b2";

    private long features;
    private long frequencies;

    /** For DL4J's files. */
    public PeriodicLayer() {}

    PeriodicLayer(String name, Periodic operation) {
        super(name, operation.outputs());
        this.features = operation.features();
        this.frequencies = operation.frequencies();
    }

    /**
     * How many features come in.
     *
     * @return the number of features
     */
    public long getFeatures() {
        return features;
    }

    /**
     * For DL4J's files.
     *
     * @param features the number of features
     */
    public void setFeatures(long features) {
        this.features = features;
    }

    /**
     * How many cosines each feature has.
     *
     * @return the number of frequencies
     */
    public long getFrequencies() {
        return frequencies;
    }

    /**
     * For DL4J's files.
     *
     * @param frequencies the number of frequencies
     */
    public void setFrequencies(long frequencies) {
        this.frequencies = frequencies;
    }

    private long own() {
        return getOutputs() / features - 1;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        params.addWeightParam(FREQUENCIES, features, frequencies);
        params.addBiasParam(PHASES, features, frequencies);
        params.addWeightParam(WEIGHTS, features, frequencies, own());
        params.addBiasParam(BIASES, features, own());
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable x = rows.reshape(-1, features, 1);
        SDVariable angles = x.mul(parameters.get(FREQUENCIES)).mul(2 * Math.PI).add(parameters.get(PHASES));
        // one product of [rows × frequencies] by [frequencies × own] for each feature
        SDVariable cosines = graph.math().cos(angles).permute(1, 0, 2);
        SDVariable sums = graph.mmul(cosines, parameters.get(WEIGHTS)).permute(1, 0, 2);
        SDVariable waves = sums.add(parameters.get(BIASES));
        return graph.concat(2, x, waves).reshape(-1, getOutputs());
    }

    @Override
    Object[] state() {
        return new Object[] {features, frequencies};
    }
}
