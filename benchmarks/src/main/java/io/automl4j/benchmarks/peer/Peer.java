package io.automl4j.benchmarks.peer;

/** A framework inside its own JVM. */
interface Peer {

    /**
     * Learns and predicts.
     *
     * @param job what to do; predictions go to its file
     * @param watch counts from the start of the JVM
     * @return what is known of the work
     * @throws Exception whatever the framework throws
     */
    Facts run(Job job, Stopwatch watch) throws Exception;
}
