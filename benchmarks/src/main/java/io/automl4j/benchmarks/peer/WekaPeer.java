package io.automl4j.benchmarks.peer;

import java.util.List;

/** Weka's {@code RandomForest -I 500}, run to its end. */
final class WekaPeer implements Peer {

    @Override
    public Facts run(Job job, Stopwatch watch) throws Exception {
        WekaForest.predictions(job).write(job.predictions());
        return new Facts(watch.seconds(), Double.NaN, 0, List.of());
    }
}
