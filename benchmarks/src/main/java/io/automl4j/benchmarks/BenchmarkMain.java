package io.automl4j.benchmarks;

import io.automl4j.benchmarks.accept.Accept01;
import io.automl4j.benchmarks.accept.Accept02;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code ./automl benchmark} and {@code benchmarks/accept} start. */
public final class BenchmarkMain {
    private static final String USAGE = """
            Usage: ./automl benchmark accept NN DATA [options]
              NN          01 foundation, 02 benchmarks
              DATA        a folder with index.json and the tables that it names
            Options of 01:
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
        try {
            System.exit(run(words));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("benchmark: " + e.getMessage());
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.printf(
                    "benchmark: %s%n%s%nMaybe there is no space left; what is finished is kept.%n",
                    e.getMessage(), e.getCause());
            System.exit(2);
        }
    }

    private static int run(List<String> words) throws Exception {
        Path home = Path.of(System.getProperty("automl.home", "."));
        if (words.size() >= 3 && words.get(0).equals("accept")) {
            return accept(words.get(1), words.subList(2, words.size()), home);
        }
        if (words.contains("--suite")) {
            new SuiteCommand(words, home).run(System.out);
            return 0;
        }
        System.err.print(SuiteCommand.USAGE + USAGE);
        return words.contains("--help") ? 0 : 2;
    }

    private static int accept(String number, List<String> words, Path home) throws Exception {
        boolean ok = switch (number) {
            case "01" -> Accept01.run(words, home);
            case "02" -> new Accept02(Path.of(words.get(0)), home).run();
            default ->
                throw new IllegalArgumentException(
                        "There is no acceptance run '%s'; there are: 01, 02".formatted(number));
        };
        return ok ? 0 : 1;
    }
}
