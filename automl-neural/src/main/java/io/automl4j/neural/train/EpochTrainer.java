package io.automl4j.neural.train;

import io.automl4j.api.trial.Cancellation;
import java.util.List;

/** Trains a network epoch by epoch. Confined to one thread. */
public interface EpochTrainer extends AutoCloseable {

    /**
     * Takes the steps of an epoch.
     *
     * @param epoch its number, from 0
     * @param cancellation asked before each step
     * @throws ArithmeticException if the loss is no number
     */
    void epoch(int epoch, Cancellation cancellation);

    /**
     * The parameters of now.
     *
     * @return the flat array in the layout of the network, not to be changed
     */
    float[] parameters();

    /**
     * All that must be kept to go on exactly.
     *
     * @return arrays that do not change any more
     */
    List<float[]> state();

    /**
     * Goes on from a state.
     *
     * @param state what {@link #state} gave, of a trainer of the same plan, rows and seed
     */
    void restore(List<float[]> state);

    /** Lets go of what it holds outside of Java. */
    @Override
    default void close() {
        // arrays and buffers of Java are its own
    }
}
