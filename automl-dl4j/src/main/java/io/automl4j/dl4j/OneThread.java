package io.automl4j.dl4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Keeps ND4J's pools to one thread: a trial has one, and two pools on two processors wait for each other. */
final class OneThread {
    private OneThread() {}

    /** To be called by each thread that computes. */
    static void pin() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }
}
