package io.automl4j.benchmarks;

import io.automl4j.benchmarks.accept.Accept01;
import io.automl4j.benchmarks.accept.Accept02;
import io.automl4j.benchmarks.accept.Accept04;
import io.automl4j.benchmarks.accept.Accept05;
import io.automl4j.benchmarks.accept.Accept06;
import io.automl4j.benchmarks.network.Accept03;
import io.automl4j.cli.ExitCode;
import io.automl4j.cli.Failures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What {@code ./automl benchmark} and {@code benchmarks/accept} start. */
public final class BenchmarkMain {
    private static final String USAGE = """
            Usage: ./automl benchmark accept NN DATA [options]
              NN          01 foundation, 02 benchmarks, 03 networks, 04 search, 05 meta-learning, 06 ensembles
              DATA        a folder with index.json and the tables that it names
            Options of 01:
              --budget    what each fit may take (60s)
              --tables    some of the tables only
              --out       where splits, models and the peer's predictions are kept (benchmarks/target/accept)
              --resume    keep what an earlier run with the same --out has measured
              --no-latency  leave out the timing of single predictions
            Options of 06:
              --runs      where searches are kept, and taken from if they are there (a temporary folder)
            """;

    /** The acceptance runs that have options. */
    private static final Set<String> OPTIONS = Set.of("01", "06");

    private static final int PATIENCE_SECONDS = 2;

    private BenchmarkMain() {}

    /**
     * Starts a benchmark.
     *
     * @param arguments see the usage
     */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CountDownLatch over = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(main, over)));
        int code;
        try {
            code = run(words);
        } catch (InterruptedException e) {
            err.println("automl: stopped; what is finished is kept, and the same command goes on from there.");
            code = ExitCode.INTERRUPTED;
        } catch (IllegalArgumentException e) {
            err.println("automl: " + e.getMessage());
            code = ExitCode.USAGE;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            code = Failures.report(e, err);
        } finally {
            over.countDown();
        }
        System.exit(code);
    }

    /** After Ctrl-C there is still a word to be said. */
    private static void end(Thread main, CountDownLatch over) {
        try {
            if (over.getCount() > 0) {
                main.interrupt();
                over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(List<String> words) throws Exception {
        Path home = Path.of(System.getProperty("automl.home", "."));
        if (words.size() >= 3 && words.get(0).equals("accept")) {
            return accept(words.get(1), words.subList(2, words.size()), home);
        }
        if (words.contains("--suite") && !words.contains("--help")) {
            return new SuiteCommand(words, home).run(System.out) ? ExitCode.OK : ExitCode.NOTHING_FITTED;
        }
        System.err.print(SuiteCommand.USAGE + USAGE);
        if (!words.contains("--help")) {
            System.err.printf(
                    "%nautoml: %s%n", words.contains("accept") ? "accept needs NN and DATA." : "--suite is missing.");
        }
        return words.contains("--help") ? ExitCode.OK : ExitCode.USAGE;
    }

    private static int accept(String number, List<String> words, Path home) throws Exception {
        if (!OPTIONS.contains(number) && words.size() > 1) {
            throw new IllegalArgumentException(
                    "accept %s has no options: %s".formatted(number, words.subList(1, words.size())));
        }
        boolean ok = switch (number) {
            case "01" -> Accept01.run(words, home);
            case "02" -> new Accept02(Path.of(words.get(0)), home).run();
            case "03" -> new Accept03(Path.of(words.get(0)), home).run();
            case "04" -> new Accept04(Path.of(words.get(0)), home).run();
            case "05" -> new Accept05(Path.of(words.get(0)), home).run();
            case "06" -> Accept06.of(words, home).run();
            default ->
                throw new IllegalArgumentException(
                        "There is no acceptance run '%s'; there are: 01, 02, 03, 04, 05, 06".formatted(number));
        };
        return ok ? 0 : 1;
    }
}
