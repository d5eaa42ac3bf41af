package io.automl4j.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer by SameDiff whose gradients are right: SameDiff of DL4J 1.0.0-M2.1 counts errors that come from outside
 * twice, so that all gradients of such a layer, and those of everything below it, are twice what they should be.
 */
final class ExactLayer extends SameDiffLayer {

    ExactLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return super.backpropGradient(epsilon.mul(0.5), workspaces);
    }
}
