package io.automl4j.neural.train;

import io.automl4j.neural.kernel.Weights;

/** Changes parameters by their gradients. Keeps what it must remember in arrays, so that it can be stopped exactly. */
public sealed interface Optimiser permits AdamW, Nesterov {

    /**
     * Takes a step.
     *
     * @param weights parameters and their gradients
     * @param rate the learning rate of now
     * @param decay the weight decay of now: by what share of the rate parameters shrink
     */
    void step(Weights weights, double rate, double decay);

    /**
     * What must be kept between steps.
     *
     * @return arrays, handed out for reading and writing, the first of which holds the number of steps
     */
    float[][] state();
}
