package io.automl4j.dl4j;

import io.automl4j.model.network.MemberDense;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** {@link MemberDense} in a graph. */
@SuppressWarnings("NullAway")
public final class MemberDenseLayer extends OwnLayer {
    static final String WEIGHTS = "W";
    static final String BIASES = "b";

    private long count;
    private long inputs;

    /** For DL4J's files. */
    public MemberDenseLayer() {}

    MemberDenseLayer(String name, MemberDense operation) {
        super(name, operation.outputs());
        this.count = operation.count();
        this.inputs = operation.inputs();
    }

    /**
     * How many members there are.
     *
     * @return the number of members
     */
    public long getCount() {
        return count;
    }

    /**
     * For DL4J's files.
     *
     * @param count the number of members
     */
    public void setCount(long count) {
        this.count = count;
    }

    /**
     * Values of an incoming row.
     *
     * @return the width
     */
    public long getInputs() {
        return inputs;
    }

    /**
     * For DL4J's files.
     *
     * @param inputs the width
     */
    public void setInputs(long inputs) {
        this.inputs = inputs;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        params.addWeightParam(WEIGHTS, count, inputs, getOutputs());
        params.addBiasParam(BIASES, count, 1, getOutputs());
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable byMember = rows.reshape(-1, count, inputs).permute(1, 0, 2);
        SDVariable sums = graph.mmul(byMember, parameters.get(WEIGHTS)).add(parameters.get(BIASES));
        return sums.permute(1, 0, 2).reshape(-1, getOutputs());
    }

    @Override
    Object[] state() {
        return new Object[] {count, inputs};
    }
}
