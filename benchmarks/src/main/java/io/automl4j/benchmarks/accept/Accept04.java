package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Issue "Search" is done when this shows no {@code MISSED}: strategies by their tests, fronts of real tables, kills, and the
 * comparison with the search of the foundation by recorded results.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept04(Path data, Path home) {
    private static final String OURS = "ours-by-evolution";
    private static final String FOUNDATION = "ours-by-random+folds";
    private static final Recorded SEARCH = new Recorded(
            "search-60s",
            List.of(OURS, FOUNDATION, "ours-by-random", "ours-by-evolution+folds", "ours-by-nsga2"),
            60,
            2);
    private static final String STRATEGIES =
            "mvn -q test -pl automl-search -am -Dtest=EvolutionTest,ExplorersTest,BracketsTest,AskAndTellTest -Dask.millis=2 -Dsurefire.failIfNoSpecifiedTests=false";
    private static final List<String> TABLES = List.of("credit-g", "phoneme", "wine_quality");

    /**
     * Runs it, about twenty minutes where the comparison is recorded.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public boolean run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.tests("hypervolume, Hyperband's table, landscapes, ask and tell in 2 ms", STRATEGIES, home));
        Path out = Files.createTempDirectory("automl-accept-04");
        List<SuiteTable> tables = Suite.folder(data, "public").tables().stream()
                .filter(table -> TABLES.contains(table.name()))
                .toList();
        for (SuiteTable table : tables) {
            figures.addAll(new FrontRun(Bench.prepare(table, out)).figures());
        }
        figures.add(new KilledRun(Bench.prepare(tables.get(0), out.resolve("killed"))).figure());
        figures.add(search());
        figures.forEach(System.out::println);
        return figures.stream().allMatch(Figure::ok);
    }

    private Figure search() throws IOException, InterruptedException {
        Comparison comparison = SEARCH.comparison(data, home);
        System.out.printf("%n%s%n", comparison.markdown());
        return new Figure(
                        "the search against that of the foundation at 60 s",
                        "better",
                        comparison.verdict(OURS, FOUNDATION),
                        comparison.difference(OURS, FOUNDATION).verdict().equals("better"))
                .by(SEARCH.command());
    }
}
