package io.automl4j.api.learner;

import static java.util.Objects.requireNonNull;

/**
 * What networks are trained with, and where.
 *
 * @param engine the name of the engine: {@code native}, or {@code dl4j} where that module is on the class path
 * @param device where it trains
 */
public record Compute(String engine, Device device) {

    /** The own kernels on what there is. */
    public static final Compute DEFAULT = new Compute("native", Device.AUTO);

    /** Where to train. */
    public enum Device {
        /** The processor. */
        CPU,
        /** A graphics card; an error where there is none. */
        GPU,
        /** A graphics card where there is one that the engine can use, else the processor. */
        AUTO
    }

    /** Checks that nothing is null. */
    public Compute {
        requireNonNull(engine, "engine");
        requireNonNull(device, "device");
    }
}
