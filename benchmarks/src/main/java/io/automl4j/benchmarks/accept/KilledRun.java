package io.automl4j.benchmarks.accept;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.benchmarks.run.Program;
import io.automl4j.model.AutoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A search whose process is killed again and again, and resumed each time.
 *
 * @param bench the table
 */
record KilledRun(Bench bench) {
    private static final int KILLS = 10;
    private static final int LEAST_MILLIS = 2_500;
    private static final int MOST_MILLIS = 7_000;
    private static final long SEED = 1;
    private static final String MAIN = "io.automl4j.cli.Main";

    /** How many of the trials that were journalled before any of the kills are on the leaderboard in the end. */
    Figure figure() throws IOException, InterruptedException {
        Path run = bench.folder().resolve("run");
        SplittableRandom moments = new SplittableRandom(SEED);
        Set<Long> journalled = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process search = program(kill)
                    .start(kill == 0 ? bench.fit("--budget", "80s", "--work-dir", run.toString()) : again(run));
            if (search.waitFor(moments.nextInt(LEAST_MILLIS, MOST_MILLIS), TimeUnit.MILLISECONDS)) {
                throw new IOException("The search ended with code %d before kill %d; see %s"
                        .formatted(search.exitValue(), kill + 1, program(kill).log()));
            }
            search.destroyForcibly().waitFor();
            Path journal = run.resolve("journal.jsonl");
            if (Files.exists(journal)) {
                Journal.outcomes(journal)
                        .forEach(outcome -> journalled.add(outcome.request().id()));
            }
        }
        if (journalled.isEmpty()) {
            throw new IOException(
                    "No trial ended before a kill; see %s".formatted(program(0).log()));
        }
        int code = program(KILLS).run(again(run), Duration.ofMinutes(5));
        if (code != 0) {
            throw new IOException("The last resume ended with code %d; see %s"
                    .formatted(code, program(KILLS).log()));
        }
        Set<Long> shown = AutoModel.load(bench.model()).leaderboard().stream()
                .map(LeaderboardRow::trial)
                .collect(Collectors.toSet());
        long found = journalled.stream().filter(shown::contains).count();
        return Figure.atLeast(
                "trials journalled before one of %d kills, on the leaderboard".formatted(KILLS),
                journalled.size(),
                found,
                journalled.size());
    }

    private Program program(int number) {
        return new Program(MAIN, List.of(), bench.folder().resolve("run-%d.log".formatted(number)));
    }

    private static List<String> again(Path run) {
        return List.of("fit", "--resume", run.toString());
    }
}
