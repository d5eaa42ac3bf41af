package io.automl4j.neural.kernel;

import io.automl4j.model.network.MemberDense;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A dense layer for each member, on that member's rows. */
final class MemberDenseKernel implements Kernel {
    private final List<DenseKernel> layers = new ArrayList<>();

    MemberDenseKernel(MemberDense operation, Flow flow, Weights weights, int at, Gemm gemm) {
        for (int member = 0; member < operation.count(); member++) {
            layers.add(new DenseKernel(
                    operation.layer(),
                    flow,
                    weights,
                    at + member * operation.layer().parameters(),
                    gemm,
                    new DenseKernel.Place(member, operation.count())));
        }
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        layers.forEach(layer -> layer.forward(rows, random));
    }

    @Override
    public void backward(int rows) {
        layers.forEach(layer -> layer.backward(rows));
    }
}
