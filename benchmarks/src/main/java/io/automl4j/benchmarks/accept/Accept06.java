package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Of issue "Ensembles" the figures about their choice, about the coverage of intervals, about hostile model files and about the
 * latency of a row.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept06(Path data, Path home) {
    private static final String RECORD = "benchmarks/results/ensembles-60s.csv";
    private static final String COVERAGE = "benchmarks/results/coverage-10s.csv";
    private static final String TIMED_TABLE = "credit-g";
    private static final int BUDGET = 60;

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
        Path out = Files.createTempDirectory("automl-accept-06");
        References references = References.read(home.resolve("benchmarks/reference.csv"));
        Suite suite = Suite.folder(data, "public");
        List<SuiteTable> tables = suite.tables();
        List<Figure> figures = new ArrayList<>();
        new EnsembleRun(tables, references, out, record)
                .figures()
                .forEach(figure -> figures.add(figure.by("benchmarks/accept 06 DATA, into " + RECORD)));
        new CoverageRun(tables, out, home.resolve(COVERAGE))
                .figures()
                .forEach(figure -> figures.add(figure.by("benchmarks/accept 06 DATA, into " + COVERAGE)));
        figures.addAll(new HostileFiles(out.resolve("hostile")).figures());
        figures.addAll(SelectionTime.figures());
        figures.forEach(System.out::println);
        Bench bench = Bench.prepare(suite.named(TIMED_TABLE), out);
        figures.addAll(new Latency(bench, BUDGET, System.out::println).ends());
        List<Figure> rates = new Throughput(bench, BUDGET, home.resolve("benchmark-h2o/target/lib")).figures();
        rates.forEach(System.out::println);
        figures.addAll(rates);
        return figures.stream().allMatch(Figure::ok);
    }
}
