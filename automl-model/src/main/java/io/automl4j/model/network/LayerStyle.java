package io.automl4j.model.network;

import io.automl4j.api.Checks;

/**
 * What the layers of a network have in common.
 *
 * @param function the activation
 * @param mixed whether activations learn their mixture with the identity
 * @param norm how sums are normalised
 * @param dropout the share of activations dropped while training, from 0 to below 1
 * @param tangent whether weights are in the neural-tangent parametrisation, see {@link Dense}
 */
public record LayerStyle(ActivationFunction function, boolean mixed, Norm norm, float dropout, boolean tangent) {

    /** Kinds of normalisation. */
    public enum Norm {
        /** None. */
        NONE,
        /** By batch. */
        BATCH,
        /** By row. */
        LAYER
    }

    /**
     * Checks the dropout.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public LayerStyle {
        Checks.argument(dropout >= 0 && dropout < 1, "dropout is %s, but must be from 0 to below 1.", dropout);
    }

    /** A dense layer after a node. */
    int dense(NetworkBuilder network, int input, int outputs) {
        return network.then(input, layer(network.width(input), outputs));
    }

    /** The shape of a dense layer. */
    Dense layer(int inputs, int outputs) {
        return new Dense(inputs, outputs, tangent);
    }

    /** The normalisation after a node, if there is one. */
    int norm(NetworkBuilder network, int input) {
        int width = network.width(input);
        return switch (norm) {
            case NONE -> input;
            case BATCH -> network.then(input, new BatchNorm(width));
            case LAYER -> network.then(input, new LayerNorm(width));
        };
    }

    /** The activation after a node. */
    int activation(NetworkBuilder network, int input) {
        return network.then(input, new Activation(function, network.width(input), mixed));
    }

    /** Dropout after a node, if there is some. */
    static int dropout(NetworkBuilder network, int input, float rate) {
        return rate > 0 ? network.then(input, new Dropout(network.width(input), rate)) : input;
    }
}
