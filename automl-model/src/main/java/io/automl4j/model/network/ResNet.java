package io.automl4j.model.network;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * Residual blocks as in rtdl (Gorishniy et al. 2021, arXiv:2106.11959): a dense layer to the width of the blocks, then
 * {@code x + Dropout(Dense(Dropout(activation(Dense(norm(x))))))} for each block, then norm and activation.
 *
 * @param width of what goes from block to block
 * @param blocks how many
 * @param expansion by how much the hidden layer of a block is wider
 * @param residualDropout the share of a block's result that is dropped while training
 * @param style what the layers have in common; its dropout is that of hidden layers
 */
public record ResNet(int width, int blocks, double expansion, float residualDropout, LayerStyle style) implements Body {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public ResNet {
        Checks.positive(width, "width");
        Checks.positive(blocks, "blocks");
        Checks.argument(expansion > 0, "expansion is %s, but must be positive.", expansion);
        Checks.argument(residualDropout >= 0 && residualDropout < 1, "residualDropout is %s.", residualDropout);
    }

    @Override
    public int addTo(NetworkBuilder network, int input, int members) {
        int hidden = Math.max(1, (int) Math.round(width * expansion));
        int stem = SharedWeights.dense(network, input, width, members, style);
        for (int block = 0; block < blocks; block++) {
            int last = style.norm(network, stem);
            last = SharedWeights.dense(network, last, hidden, members, style);
            last = style.activation(network, last);
            last = LayerStyle.dropout(network, last, style.dropout());
            last = SharedWeights.dense(network, last, width, members, style);
            last = LayerStyle.dropout(network, last, residualDropout);
            stem = network.add(new Identity(width), List.of(stem, last), Join.SUM);
        }
        return style.activation(network, style.norm(network, stem));
    }
}
