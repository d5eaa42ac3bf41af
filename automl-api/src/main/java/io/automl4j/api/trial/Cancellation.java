package io.automl4j.api.trial;

/** Asked by long work whether to go on. Safe for use by many threads. */
@FunctionalInterface
public interface Cancellation {

    /** Never cancels. */
    Cancellation NEVER = () -> false;

    /**
     * Whether work is to end now.
     *
     * @return true once it is; it never turns back to false
     */
    boolean cancelled();

    /**
     * This, or an interruption of the thread that asks.
     *
     * @return a cancellation that leaves the thread's flag as it is
     */
    default Cancellation orInterrupted() {
        return () -> cancelled() || Thread.currentThread().isInterrupted();
    }

    /**
     * Ends the caller if work is to end.
     *
     * @throws CancelledException if {@link #cancelled()}
     */
    default void check() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }
}
