package io.automl4j.api;

/** Data that cannot be used: an empty file, a missing column, a target with one class, a row of another length. */
public final class DataException extends AutoMlException {

    /**
     * Creates an error.
     *
     * @param message names column and row and says what to do
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * Creates an error with a cause.
     *
     * @param message names column and row and says what to do
     * @param cause the error below this one
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
