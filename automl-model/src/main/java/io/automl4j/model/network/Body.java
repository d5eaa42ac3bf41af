package io.automl4j.model.network;

/** What lies between a network's inputs and its head. */
public sealed interface Body permits Mlp, ResNet {

    /**
     * Adds the body.
     *
     * @param network what is there
     * @param input the node that it takes from
     * @param members how many members share its weights; 1 for a plain network
     * @return the node that it gives
     */
    int addTo(NetworkBuilder network, int input, int members);

    /**
     * What its layers have in common; the head too follows it.
     *
     * @return the style
     */
    LayerStyle style();
}
