package io.automl4j.dl4j;

import io.automl4j.model.network.LayerNorm;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** {@link LayerNorm} in a graph. */
@SuppressWarnings("NullAway")
public final class LayerNormLayer extends OwnLayer {
    static final String FACTORS = "gamma";
    static final String SUMMANDS = "beta";

    /** For DL4J's files. */
    public LayerNormLayer() {}

    LayerNormLayer(String name, long width) {
        super(name, width);
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        params.addWeightParam(FACTORS, 1, getOutputs());
        params.addBiasParam(SUMMANDS, 1, getOutputs());
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable centred = rows.sub(rows.mean(true, 1));
        SDVariable variance = centred.mul(centred).mean(true, 1).add(LayerNorm.EPSILON);
        SDVariable scaled = centred.div(graph.math().sqrt(variance));
        return scaled.mul(parameters.get(FACTORS)).add(parameters.get(SUMMANDS));
    }

    @Override
    Object[] state() {
        return new Object[0];
    }
}
