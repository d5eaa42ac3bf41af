package io.automl4j.neural.kernel;

import io.automl4j.model.network.Operation;
import java.util.SplittableRandom;

/** Operations without parameters that copy rows: columns, the identity, members. Gradients of copies add up. */
final class CopyingKernel implements Kernel {
    private static final float[] NO_PARAMETERS = {};

    private final Operation operation;
    private final Flow flow;
    private final int width;
    private final int copies;

    /** The width is that of a row which comes in; each becomes so many copies. */
    CopyingKernel(Operation operation, Flow flow, int width, int copies) {
        this.operation = operation;
        this.flow = flow;
        this.width = width;
        this.copies = copies;
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        operation.predict(NO_PARAMETERS, 0, flow.in(), width, flow.out(), rows);
    }

    @Override
    public void backward(int rows) {
        if (!flow.goesBack()) {
            return;
        }
        int columns = operation.outputs();
        float[] gradients = flow.outGradients();
        float[] to = flow.inGradients();
        float kept = flow.adds() ? 1 : 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                to[row * columns + i] *= kept;
            }
            for (int copy = row * copies; copy < (row + 1) * copies; copy++) {
                for (int i = 0; i < columns; i++) {
                    to[row * columns + i] += gradients[copy * columns + i];
                }
            }
        }
    }
}
