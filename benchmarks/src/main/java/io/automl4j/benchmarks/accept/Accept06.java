package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Of issue "Ensembles" the figures about their choice, about the coverage of intervals, about hostile model files and about the
 * latency of a row.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 * @param runs where searches are kept; from those that are there already, ensembles are chosen without another search
 */
public record Accept06(Path data, Path home, Path runs) {
    private static final String RECORD = "benchmarks/results/ensembles-60s.csv";
    private static final String COVERAGE = "benchmarks/results/coverage-10s.csv";
    private static final String TIMED_TABLE = "credit-g";
    private static final int BUDGET = 60;

    /**
     * An acceptance by the words of a command.
     *
     * @param words the folder of the tables, and perhaps {@code --runs DIR}
     * @param home the folder of the project
     * @return not run yet
     * @throws IOException if no temporary folder can be made
     */
    public static Accept06 of(List<String> words, Path home) throws IOException {
        Words options = new Words(words.subList(1, words.size()), List.of("--runs"), List.of(), List.of());
        Optional<Path> runs = options.find("--runs").map(Path::of);
        return new Accept06(
                Path.of(words.get(0)),
                home,
                runs.isPresent() ? runs.get() : Files.createTempDirectory("automl-accept-06"));
    }

    /**
     * Runs it; about an hour and a half where nothing is recorded, a quarter of an hour where all is.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted
     * @throws RunnerException if the timing of single rows fails
     */
    public boolean run() throws IOException, InterruptedException, RunnerException {
        Path record = home.resolve(RECORD);
        References references = References.read(home.resolve("benchmarks/reference.csv"));
        Suite suite = Suite.folder(data, "public");
        List<SuiteTable> tables = suite.tables();
        List<Figure> figures = new ArrayList<>();
        new EnsembleRun(tables, references, runs, record)
                .figures()
                .forEach(figure -> figures.add(figure.by("benchmarks/accept 06 DATA, into " + RECORD)));
        new CoverageRun(tables, runs, home.resolve(COVERAGE))
                .figures()
                .forEach(figure -> figures.add(figure.by("benchmarks/accept 06 DATA, into " + COVERAGE)));
        figures.addAll(new HostileFiles(runs.resolve("hostile")).figures());
        figures.addAll(SelectionTime.figures());
        figures.forEach(System.out::println);
        Bench bench = Bench.prepare(suite.named(TIMED_TABLE), runs);
        figures.addAll(new Latency(bench, BUDGET, System.out::println).ends());
        List<Figure> rates = new Throughput(bench, BUDGET, home.resolve("benchmark-h2o/target/lib")).figures();
        rates.forEach(System.out::println);
        figures.addAll(rates);
        return figures.stream().allMatch(Figure::ok);
    }
}
