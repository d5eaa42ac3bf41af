package io.automl4j.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;

/** How the layers of a graph are trained. */
@FunctionalInterface
interface LayerUpdates {
    /** All as the graph's own updater says. */
    LayerUpdates ALIKE = (node, layer) -> {};

    /** Gives the layer of a node its learning rates and its weight decay. */
    void apply(int node, Layer layer);
}
