package io.automl4j.benchmarks.peer;

import io.automl4j.api.run.NanoClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** What the JVM of a peer starts. Arguments: the name of the framework, the folder of the job. */
public final class PeerMain {
    private static final Map<String, Supplier<Peer>> PEERS = Map.of(
            "prior", PriorPeer::new,
            "weka-rf", WekaPeer::new,
            "smile-rf", SmilePeer::new,
            "xgboost", XgBoostPeer::new,
            "mlp-td-s", OursPeer::networkAlone);

    private PeerMain() {}

    /**
     * Runs a peer.
     *
     * @param arguments see above
     * @throws Exception whatever the framework throws; the JVM then ends with code 1
     */
    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.sinceJvmStart(NanoClock.SYSTEM);
        Job job = Job.load(Path.of(arguments[1]));
        peer(arguments[0]).run(job, watch).save(job.facts());
        // threads that a framework leaves behind must not hold up the next one
        System.exit(0);
    }

    private static Peer peer(String name) {
        Supplier<Peer> known = PEERS.get(name);
        return known == null ? OursPeer.named(name) : known.get();
    }
}
