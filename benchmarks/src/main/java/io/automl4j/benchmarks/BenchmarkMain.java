package io.automl4j.benchmarks;

import io.automl4j.benchmarks.accept.Accept01;
import io.automl4j.benchmarks.accept.Accept02;
import io.automl4j.benchmarks.network.Accept03;
import io.automl4j.cli.ExitCode;
import io.automl4j.cli.Failures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
     */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            code = run(words);
        } catch (InterruptedException e) {
            // Ctrl-C: what is finished is kept
            code = ExitCode.INTERRUPTED;
        } catch (IllegalArgumentException e) {
            err.println("automl: " + e.getMessage());
            code = ExitCode.USAGE;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            code = Failures.report(e, err);
        }
        System.exit(code);
    }

    private static int run(List<String> words) throws Exception {
        Path home = Path.of(System.getProperty("automl.home", "."));
        if (words.size() >= 3 && words.get(0).equals("accept")) {
            return accept(words.get(1), words.subList(2, words.size()), home);
        }
        if (words.contains("--suite")) {
            return new SuiteCommand(words, home).run(System.out) ? ExitCode.OK : ExitCode.NOTHING_FITTED;
        }
        System.err.print(SuiteCommand.USAGE + USAGE);
        return words.contains("--help") ? ExitCode.OK : ExitCode.USAGE;
    }

    private static int accept(String number, List<String> words, Path home) throws Exception {
        boolean ok = switch (number) {
            case "01" -> Accept01.run(words, home);
            case "02" -> new Accept02(Path.of(words.get(0)), home).run();
            case "03" -> Accept03.run();
            default ->
                throw new IllegalArgumentException(
                        "There is no acceptance run '%s'; there are: 01, 02, 03".formatted(number));
        };
        return ok ? 0 : 1;
    }
}
