package io.automl4j.api.learner;

import io.automl4j.api.trial.Block;

/** A learning algorithm with a configuration. Immutable. */
public interface Learner {

    /**
     * How trainings of this configuration proceed.
     *
     * @return the plan
     */
    IterationPlan plan();

    /**
     * Begins a training; nothing is learned yet.
     *
     * @param data what to learn from
     * @param seed the seed of everything random; equal seeds and data give equal models
     * @return the training, to be closed by the caller
     */
    Training start(FoldData data, long seed);

    /**
     * Goes on with a training from its checkpoint, as if it had never stopped.
     *
     * @param data the same data as at the start
     * @param seed the same seed as at the start
     * @param checkpoint what {@link Training#checkpoint()} gave
     * @return the training, to be closed by the caller
     * @throws UnsupportedOperationException if checkpoints of this learner are empty
     */
    default Training resume(FoldData data, long seed, Block checkpoint) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot continue from a checkpoint.");
    }

    /**
     * The same learner, whose trainings begin with the weights of an earlier model, as far as columns and outputs are the
     * same. Learners that have no such weights give themselves, and so do those that know no such model.
     *
     * @param earlier the earlier model, and what its columns and outputs are now
     * @return a learner of the same configuration
     */
    default Learner from(Transfer earlier) {
        return this;
    }
}
