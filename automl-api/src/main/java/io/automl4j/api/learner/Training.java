package io.automl4j.api.learner;

import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;

/** A training under way. Single-threaded, and confined to the thread that uses it. */
public interface Training extends AutoCloseable {

    /**
     * Iterations done so far.
     *
     * @return the number of iterations
     */
    int iteration();

    /**
     * Trains on.
     *
     * @param toIteration the iteration to reach; nothing happens if it is reached already
     * @param cancellation asked at least once for each iteration
     * @throws io.automl4j.api.trial.CancelledException if cancelled; iterations that were done remain
     */
    void advance(int toIteration, Cancellation cancellation);

    /**
     * The weighted mean loss of the watched rows after an iteration: log loss for classes, squared error for numbers,
     * the learner's own loss where it has another.
     *
     * @param iteration an iteration from 1 to {@link #iteration()}
     * @return the loss; NaN if nothing is watched
     */
    double watchedLoss(int iteration);

    /**
     * The model as it was after an iteration. Learners without a patience are only asked for the last one.
     *
     * @param iteration an iteration from 1 to {@link #iteration()}
     * @return the model
     */
    FittedModel model(int iteration);

    /**
     * The state from which {@link Learner#resume} continues.
     *
     * @return the state; empty if the learner cannot continue
     */
    default Block checkpoint() {
        return Block.EMPTY;
    }

    /** Frees what lies outside the Java heap. */
    @Override
    default void close() {}
}
