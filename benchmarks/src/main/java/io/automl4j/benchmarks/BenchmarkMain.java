package io.automl4j.benchmarks;

import io.automl4j.benchmarks.accept.Accept01;
import java.util.Arrays;
import java.util.List;

/** What {@code ./automl benchmark} and {@code benchmarks/accept} start. */
public final class BenchmarkMain {
    private static final String USAGE = """
            Usage: ./automl benchmark accept 01 DATA [--budget 60s] [--tables a,b] [--out FOLDER] [--resume] [--no-latency]
              DATA        a folder with index.json and the tables that it names
              --budget    what each fit may take (60s)
              --tables    some of the tables only
              --out       where splits, models and the peer's predictions are kept (benchmarks/target/accept)
              --resume    keep what an earlier run with the same --out has measured
              --no-latency  leave out the timing of single predictions
            """;

    private BenchmarkMain() {}

    /**
     * Starts a benchmark.
     *
     * @param arguments see the usage
     * @throws Exception if files cannot be read or written, or a program cannot be started
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 3 || !words.get(0).equals("accept")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        if (!words.get(1).equals("01")) {
            System.err.printf("There is no acceptance run '%s'; there is: 01%n", words.get(1));
            System.exit(2);
        }
        System.exit(Accept01.run(words.subList(2, words.size())) ? 0 : 1);
    }
}
