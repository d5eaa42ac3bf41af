package io.automl4j.api;

/** A run in which not one model could be fitted; the message lists the causes, most frequent first. */
public final class NothingFittedException extends AutoMlException {

    /**
     * Creates an error.
     *
     * @param message the causes, most frequent first
     */
    public NothingFittedException(String message) {
        super(message);
    }
}
