package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.table.SuiteTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What an acceptance run is told.
 *
 * @param data the folder of the tables
 * @param out the folder of the results
 * @param budget the budget of each fit in seconds
 * @param tables the names of the tables, all if empty
 * @param resume whether what was measured before is kept
 * @param latency whether single predictions are timed
 */
record Options(Path data, Path out, int budget, Set<String> tables, boolean resume, boolean latency) {

    static Options parse(List<String> words, Path home) {
        Words options = new Words(
                words.subList(1, words.size()),
                List.of("--budget", "--out", "--tables"),
                List.of(),
                List.of("--resume", "--no-latency"));
        return new Options(
                Path.of(words.get(0)),
                options.find("--out").map(Path::of).orElse(home.resolve("benchmarks/target/accept")),
                Math.toIntExact(options.time("--budget", "60s").toSeconds()),
                Set.copyOf(options.list("--tables")),
                options.has("--resume"),
                !options.has("--no-latency"));
    }

    boolean wants(SuiteTable table) {
        return tables.isEmpty() || tables.contains(table.name());
    }
}
