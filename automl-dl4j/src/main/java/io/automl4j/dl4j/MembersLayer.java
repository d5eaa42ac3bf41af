package io.automl4j.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** {@link io.automl4j.model.network.Members} in a graph. */
@SuppressWarnings("NullAway")
public final class MembersLayer extends OwnLayer {
    private int count;

    /** For DL4J's files. */
    public MembersLayer() {}

    MembersLayer(String name, int count, long width) {
        super(name, width);
        this.count = count;
    }

    /**
     * How many rows are made of one.
     *
     * @return the number of members
     */
    public int getCount() {
        return count;
    }

    /**
     * For DL4J's files.
     *
     * @param count the number of members
     */
    public void setCount(int count) {
        this.count = count;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        // there are none
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable one = rows.reshape(-1, 1, getOutputs());
        return graph.tile(one, 1, count, 1).reshape(-1, getOutputs());
    }

    @Override
    Object[] state() {
        return new Object[] {count};
    }
}
