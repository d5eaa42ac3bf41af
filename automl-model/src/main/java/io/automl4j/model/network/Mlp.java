package io.automl4j.model.network;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * Layers one after another: dense, norm, activation, dropout.
 *
 * @param widths the width of each hidden layer
 * @param style what they have in common
 */
public record Mlp(List<Integer> widths, LayerStyle style) implements Body {

    /**
     * Copies the widths.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Mlp {
        widths = List.copyOf(widths);
        Checks.positive(widths.size(), "hidden layers");
    }

    @Override
    public int addTo(NetworkBuilder network, int input, int members) {
        int last = input;
        for (int width : widths) {
            last = SharedWeights.dense(network, last, width, members, style);
            last = style.norm(network, last);
            last = style.activation(network, last);
            last = LayerStyle.dropout(network, last, style.dropout());
        }
        return last;
    }
}
