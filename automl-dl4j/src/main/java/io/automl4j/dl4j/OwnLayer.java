package io.automl4j.dl4j;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that DL4J lacks, by SameDiff, which finds the gradients. DL4J writes it to files as JSON of its properties, so
 * that it has getters, setters and a constructor without arguments.
 */
@SuppressWarnings({"NullAway", "checkstyle:ParameterNumber"}) // as in DL4J's own classes
public abstract class OwnLayer extends SameDiffLayer {
    private long outputs;

    /** For DL4J's files. */
    protected OwnLayer() {}

    /**
     * A layer of a width.
     *
     * @param name its name in the graph
     * @param outputs values of an outgoing row
     */
    protected OwnLayer(String name, long outputs) {
        this.layerName = name;
        this.outputs = outputs;
    }

    /**
     * Values of an outgoing row.
     *
     * @return the width
     */
    public long getOutputs() {
        return outputs;
    }

    /**
     * For DL4J's files.
     *
     * @param outputs the width
     */
    public void setOutputs(long outputs) {
        this.outputs = outputs;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        ExactLayer layer = new ExactLayer(configuration, type);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialise));
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.feedForward(outputs);
    }

    /** Parameters are set by whoever builds the graph. */
    @Override
    public void initializeParameters(Map<String, INDArray> params) {
        params.values().forEach(array -> array.assign(0));
    }

    /** What tells two layers of one class apart. */
    abstract Object[] state();

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnLayer that
                && getClass() == that.getClass()
                && outputs == that.outputs
                && Objects.equals(layerName, that.layerName)
                && Arrays.equals(state(), that.state());
    }

    @Override
    public int hashCode() {
        return Objects.hash(getClass(), layerName, outputs, Arrays.hashCode(state()));
    }
}
