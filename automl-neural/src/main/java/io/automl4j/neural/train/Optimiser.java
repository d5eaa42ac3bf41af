package io.automl4j.neural.train;

import io.automl4j.neural.kernel.Weights;
import java.util.List;

/** Changes parameters by their gradients. Keeps what it must remember in arrays, so that it can be stopped exactly. */
public sealed interface Optimiser permits AdamW, Nesterov {

    /**
     * The optimiser of a descent.
     *
     * @param descent how parameters go down
     * @param groups of the parameters
     * @param parameters how many there are
     * @return one at its beginning
     */
    static Optimiser of(Descent descent, List<Group> groups, int parameters) {
        return descent.squares() > 0
                ? new AdamW(groups, parameters, descent.momentum(), descent.squares())
                : new Nesterov(groups, parameters, descent.momentum());
    }

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
     * @return arrays, handed out for reading and writing
     */
    float[][] state();
}
