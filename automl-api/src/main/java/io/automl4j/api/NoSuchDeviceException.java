package io.automl4j.api;

/** A device was asked for that is not there. */
public final class NoSuchDeviceException extends AutoMlException {
    /**
     * A missing device.
     *
     * @param message which device, and what to do
     */
    public NoSuchDeviceException(String message) {
        super(message);
    }
}
