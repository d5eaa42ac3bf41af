package io.automl4j.neural.kernel;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Dropout;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.Identity;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.Members;
import io.automl4j.model.network.OperationVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;

/**
 * The kernel of each operation.
 *
 * @param flow the arrays between which it works
 * @param width the width of encoded rows, for sources
 * @param weights the network's parameters
 * @param at where the operation's begin
 * @param gemm multiplies
 */
record Kernels(Flow flow, int width, Weights weights, int at, Gemm gemm) implements OperationVisitor<Kernel> {

    @Override
    public Kernel columns(Columns operation) {
        return new CopyingKernel(operation, flow, width, 1);
    }

    @Override
    public Kernel embedding(Embedding operation) {
        return new EmbeddingKernel(operation, flow, width, weights, at);
    }

    @Override
    public Kernel periodic(Periodic operation) {
        return new PeriodicKernel(operation, flow, weights, at);
    }

    @Override
    public Kernel scaling(Scaling operation) {
        return new ScalingKernel(operation, flow, weights, at);
    }

    @Override
    public Kernel dense(Dense operation) {
        return new DenseKernel(operation, flow, weights, at, gemm, DenseKernel.Place.ALL);
    }

    @Override
    public Kernel activation(Activation operation) {
        return new ActivationKernel(operation, flow, weights, at);
    }

    @Override
    public Kernel batchNorm(BatchNorm operation) {
        return new BatchNormKernel(operation, flow, weights, at);
    }

    @Override
    public Kernel layerNorm(LayerNorm operation) {
        return new LayerNormKernel(operation, flow, weights, at);
    }

    @Override
    public Kernel dropout(Dropout operation) {
        return new DropoutKernel(operation, flow);
    }

    @Override
    public Kernel identity(Identity operation) {
        return new CopyingKernel(operation, flow, operation.width(), 1);
    }

    @Override
    public Kernel members(Members operation) {
        return new CopyingKernel(operation, flow, operation.width(), operation.count());
    }

    @Override
    public Kernel memberDense(MemberDense operation) {
        return new MemberDenseKernel(operation, flow, weights, at, gemm);
    }
}
