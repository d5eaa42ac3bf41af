package io.automl4j.neural.kernel;

import java.util.SplittableRandom;

/**
 * What one operation does with a batch. A kernel keeps what it needs on the way back between the two calls.
 *
 * @implNote Confined to one thread.
 */
interface Kernel {

    /**
     * Computes what goes out.
     *
     * @param rows the number of incoming rows
     * @param random where chance comes from, such as that of dropout
     */
    void forward(int rows, SplittableRandom random);

    /**
     * From the gradients by what went out computes those by what came in and by the parameters.
     *
     * @param rows the number of incoming rows
     */
    void backward(int rows);
}
