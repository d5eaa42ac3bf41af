package io.automl4j.api.run;

import java.time.Duration;

/** A monotonic clock. */
@FunctionalInterface
public interface NanoClock {

    /** The clock of the JVM. */
    NanoClock SYSTEM = System::nanoTime;

    /**
     * Nanoseconds since some fixed origin.
     *
     * @return nanoseconds; only differences mean anything
     */
    long nanos();

    /**
     * The time since an earlier reading.
     *
     * @param nanos what {@link #nanos()} gave before
     * @return the time since then
     */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
