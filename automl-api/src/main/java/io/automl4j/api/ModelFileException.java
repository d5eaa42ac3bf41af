package io.automl4j.api;

/** A model file that is damaged, was written by a newer version, or is no model file. */
public final class ModelFileException extends AutoMlException {

    /**
     * Creates an error.
     *
     * @param message names the file and the entry and says what to do
     */
    public ModelFileException(String message) {
        super(message);
    }

    /**
     * Creates an error with a cause.
     *
     * @param message names the file and the entry and says what to do
     * @param cause the error below this one
     */
    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
