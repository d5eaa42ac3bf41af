package io.automl4j.dl4j;

import io.automl4j.neural.kernel.Gemms;
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
        // loading ND4J gave OpenBLAS, which the own kernels share, a thread for each processor
        Gemms.keepToOneThread();
    }
}
