package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * A function of each value. With a mixture it is {@code (1 - a) x + a f(x)} with a learned {@code a} for each value
 * (RealMLP's parametric activation, arXiv:2407.04491). Parameters: none, or {@code a [width]}.
 *
 * @param function the function
 * @param width values of a row
 * @param mixed whether the mixture is learned
 */
public record Activation(ActivationFunction function, int width, boolean mixed) implements Evenly {
    static final String KIND = "activation";

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Activation {
        Checks.positive(width, "width");
    }

    static Activation load(Node node) {
        ActivationFunction function = Names.constant(ActivationFunction.class, node.text("function"));
        return new Activation(function, node.integer("width"), node.flag("mixed"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("function", Names.of(function))
                .put("width", width)
                .put("mixed", mixed);
    }

    @Override
    public int parameters() {
        return mixed ? width : 0;
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        function.values(in, out, rows * width);
        for (int row = 0; mixed && row < rows; row++) {
            for (int i = 0; i < width; i++) {
                float x = in[row * width + i];
                out[row * width + i] = x + parameters[at + i] * (out[row * width + i] - x);
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.activation(this);
    }
}
