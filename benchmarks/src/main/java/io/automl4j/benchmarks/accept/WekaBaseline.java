package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.peer.PeerMain;
import io.automl4j.benchmarks.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Runs Weka's forest in a JVM of its own and keeps what it predicts, since it predicts the same every time.
 *
 * @param threads how many trees are grown at the same time
 */
record WekaBaseline(int threads) {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** The seconds that the run took, now or when it was kept. */
    double run(Bench bench) throws IOException, InterruptedException {
        Path seconds = bench.folder().resolve("weka-seconds.txt");
        if (!Files.exists(bench.wekaPredictions()) || !Files.exists(seconds)) {
            Job job = bench.job(threads);
            job.save();
            Path log = bench.folder().resolve("weka.log");
            Program forest = new Program(PeerMain.class.getName(), List.of("-Xmx6g"), log);
            long start = System.nanoTime();
            int code = forest.run(List.of("weka-rf", job.folder().toString()), LIMIT);
            if (code != 0) {
                throw new IOException(
                        "Weka failed on %s; see %s".formatted(bench.table().name(), log));
            }
            Files.writeString(seconds, Double.toString((System.nanoTime() - start) / 1e9));
            Files.move(job.predictions(), bench.wekaPredictions(), StandardCopyOption.REPLACE_EXISTING);
        }
        return Double.parseDouble(Files.readString(seconds).strip());
    }
}
