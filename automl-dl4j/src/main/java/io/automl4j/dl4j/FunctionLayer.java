package io.automl4j.dl4j;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.ActivationFunction;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** An {@link io.automl4j.model.network.Activation} in a graph, where DL4J has none like it. */
@SuppressWarnings("NullAway")
public final class FunctionLayer extends OwnLayer {
    static final String SHARES = "a";
    private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBIC = 0.044_715;

    private ActivationFunction function = ActivationFunction.RELU;
    private boolean mixed;

    /** For DL4J's files. */
    public FunctionLayer() {}

    FunctionLayer(String name, Activation operation) {
        super(name, operation.width());
        this.function = operation.function();
        this.mixed = operation.mixed();
    }

    /**
     * The function of each value.
     *
     * @return the function
     */
    public ActivationFunction getFunction() {
        return function;
    }

    /**
     * For DL4J's files.
     *
     * @param function the function
     */
    public void setFunction(ActivationFunction function) {
        this.function = function;
    }

    /**
     * Whether the function is mixed with the identity.
     *
     * @return true if the mixture is learned
     */
    public boolean isMixed() {
        return mixed;
    }

    /**
     * For DL4J's files.
     *
     * @param mixed whether the mixture is learned
     */
    public void setMixed(boolean mixed) {
        this.mixed = mixed;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
        if (mixed) {
            params.addWeightParam(SHARES, 1, getOutputs());
        }
    }

    @Override
    public SDVariable defineLayer(
            SameDiff graph, SDVariable rows, Map<String, SDVariable> parameters, SDVariable mask) {
        SDVariable value = value(graph, rows);
        return mixed ? rows.add(parameters.get(SHARES).mul(value.sub(rows))) : value;
    }

    private SDVariable value(SameDiff graph, SDVariable x) {
        return switch (function) {
            case RELU -> graph.nn().relu(x, 0);
            case SELU -> graph.nn().selu(x);
            case GELU -> {
                SDVariable cubic = x.add(x.mul(x).mul(x).mul(GELU_CUBIC));
                yield x.mul(0.5).mul(graph.math().tanh(cubic.mul(GELU_SCALE)).add(1));
            }
            case SILU -> x.mul(graph.nn().sigmoid(x));
            case MISH -> x.mul(graph.math().tanh(graph.nn().softplus(x)));
            case TANH -> graph.math().tanh(x);
        };
    }

    @Override
    Object[] state() {
        return new Object[] {function, mixed};
    }
}
