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
