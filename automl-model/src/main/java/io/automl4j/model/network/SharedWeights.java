package io.automl4j.model.network;

/**
 * Layers whose weights all members of an ensemble share, while each member scales what goes in and what comes out and
 * has its own biases (TabM, Gorishniy et al. 2024, arXiv:2410.24210; after BatchEnsemble, arXiv:2002.06715).
 */
final class SharedWeights {
    private SharedWeights() {}

    /** A dense layer; a plain one for a single member. */
    static int dense(NetworkBuilder network, int input, int outputs, int members, LayerStyle style) {
        if (members == 1) {
            return style.dense(network, input, outputs);
        }
        int scaled = network.then(input, new Scaling(members, network.width(input), false));
        int summed = style.dense(network, scaled, outputs);
        return network.then(summed, new Scaling(members, outputs, true));
    }

    /** The layer that gives the scores, each member with its own. */
    static int head(NetworkBuilder network, int input, int scores, int members, LayerStyle style) {
        if (members == 1) {
            return style.dense(network, input, scores);
        }
        return network.then(input, new MemberDense(members, style.layer(network.width(input), scores)));
    }
}
