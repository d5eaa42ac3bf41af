package io.automl4j.api;

/**
 * The root of the errors that this library reports on purpose. The message names the thing, gives its values and says
 * what to do; anything else that is thrown is a bug.
 */
public abstract class AutoMlException extends RuntimeException {

    /**
     * Creates an error.
     *
     * @param message what is wrong and what to do
     */
    protected AutoMlException(String message) {
        super(message);
    }

    /**
     * Creates an error with a cause.
     *
     * @param message what is wrong and what to do
     * @param cause the error below this one
     */
    protected AutoMlException(String message, Throwable cause) {
        super(message, cause);
    }
}
