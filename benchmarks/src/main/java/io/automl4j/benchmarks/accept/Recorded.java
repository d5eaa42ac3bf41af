package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.run.BenchmarkPlan;
import io.automl4j.benchmarks.run.BenchmarkSuite;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.SuiteProgress;
import io.automl4j.benchmarks.table.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A comparison on all public tables whose cells are recorded under {@code benchmarks/results}; those that are not there
 * are run.
 *
 * @param name the folder of its results
 * @param frameworks who is compared
 * @param budget in seconds
 * @param seeds how many
 */
public record Recorded(String name, List<String> frameworks, int budget, int seeds) {
    private static final int THREADS = 2;
    private static final String MEMORY = "8g";

    /** The command that records it. */
    public String command() {
        return "./automl benchmark --suite DATA --split public --frameworks %s --budget %ds --seeds %d --threads %d --memory %s --out benchmarks/results/%s"
                .formatted(String.join(",", frameworks), budget, seeds, THREADS, MEMORY, name);
    }

    /**
     * What is to be measured.
     *
     * @param data the folder of the tables
     * @param home the folder of the project
     */
    BenchmarkPlan plan(Path data, Path home) throws IOException {
        Path h2o = home.resolve("benchmark-h2o/target/lib");
        return new BenchmarkPlan(
                Suite.folder(data, "public"),
                frameworks.stream()
                        .map(framework -> Framework.named(framework, h2o))
                        .toList(),
                Duration.ofSeconds(budget),
                1,
                seeds,
                THREADS,
                MEMORY,
                home.resolve("benchmarks/results").resolve(name).toAbsolutePath(),
                Set.of());
    }

    /**
     * All results.
     *
     * @param data the folder of the tables
     * @param home the folder of the project
     * @return a cell for each framework, table and seed
     */
    List<CellResult> results(Path data, Path home) throws IOException, InterruptedException {
        return BenchmarkSuite.run(plan(data, home), SuiteProgress.onConsole(System.out));
    }

    /**
     * The comparison.
     *
     * @param data the folder of the tables
     * @param home the folder of the project
     * @return losses and verdicts
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public Comparison comparison(Path data, Path home) throws IOException, InterruptedException {
        return Comparison.of(results(data, home), References.read(home.resolve("benchmarks/reference.csv")));
    }
}
