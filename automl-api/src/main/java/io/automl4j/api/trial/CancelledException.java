package io.automl4j.api.trial;

/** Thrown by {@link Cancellation#check()}; the trial ends as failed with the type {@code cancelled}. */
public final class CancelledException extends RuntimeException {

    /** Creates the exception. */
    public CancelledException() {
        super("The trial was cancelled.");
    }
}
