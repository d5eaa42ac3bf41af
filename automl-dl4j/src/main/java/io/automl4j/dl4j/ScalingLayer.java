package io.automl4j.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** {@link io.automl4j.model.network.Scaling} in a graph. */
@SuppressWarnings("NullAway")
public final class ScalingLayer extends OwnLayer {
    static final String FACTORS = "s";
    static final String SUMMANDS = "b";

    private long sets;
    private boolean shifted;

    /** For DL4J's files. */
    public ScalingLayer() {}

    ScalingLayer(String name, long sets, long width, boolean shifted) {
        super(name, width);
        this.sets = sets;
        this.shifted = shifted;
    }

    /**
     * How many sets of factors there are.
     *
     * @return 1, or the number of members
     */
    public long getSets() {
        return sets;
    }

    /**
     * For DL4J's files.
     *
     * @param sets the number of sets
     */
    public void setSets(long sets) {
        this.sets = sets;
    }

    /**
     * Whether there are summands.
     *
     * @return true if there are
     */
    public boolean isShifted() {
        return shifted;
    }

    /**
     * For DL4J's files.
     *
     * @param shifted whether there are summands
     */
    public void setShifted(boolean shifted) {
        this.shifted = shifted;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        params.addWeightParam(FACTORS, sets, getOutputs());
        if (shifted) {
            params.addBiasParam(SUMMANDS, sets, getOutputs());
        }
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable byMember = rows.reshape(-1, sets, getOutputs());
        SDVariable scaled = byMember.mul(parameters.get(FACTORS));
        SDVariable moved = shifted ? scaled.add(parameters.get(SUMMANDS)) : scaled;
        return moved.reshape(-1, getOutputs());
    }

    @Override
    Object[] state() {
        return new Object[] {sets, shifted};
    }
}
