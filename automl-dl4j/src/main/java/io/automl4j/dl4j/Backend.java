package io.automl4j.dl4j;

import org.nd4j.linalg.factory.Nd4j;

/** What ND4J computes on; an interface, so that the choice of a device can be tested where there is no card. */
interface Backend {

    /** Whether it is a graphics card. */
    boolean isGpu();

    /** ND4J's own backend, which is loaded when it is asked. */
    static Backend nd4j() {
        return () -> !Nd4j.getBackend().getEnvironment().isCPU();
    }
}
