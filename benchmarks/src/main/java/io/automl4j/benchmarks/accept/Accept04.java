package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.table.Suite;
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
    private static final String RECORD = "evolution-30s";
    private static final Recorded SEARCH = new Recorded(RECORD, List.of(OURS, FOUNDATION), 30, 2);
    /** Without evolution, without low fidelities, without the surrogate: reported. */
    private static final Recorded ABLATIONS =
            new Recorded(RECORD, List.of(OURS, "ours-by-random", "ours-by-evolution+whole", "ours-by-nsga2"), 30, 1);

    private static final String STRATEGIES =
            "mvn -q test -pl automl-search -am -Dtest=EvolutionTest,ExplorersTest,BracketsTest,AskAndTellTest -Dask.told=5000 -Dask.millis=2 -Devolution.seeds=10 -Dsurefire.failIfNoSpecifiedTests=false";
    private static final String LARGEST = "diamonds";
    private static final List<String> TABLES = List.of("credit-g", "phoneme", "wine_quality");

    /**
     * Runs it, about half an hour where the comparison is recorded.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public boolean run() throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("automl-accept-04");
        Suite suite = Suite.folder(data, "public");
        List<Figure> figures = new ArrayList<>();
        add(
                figures,
                Figure.tests("hypervolume, Hyperband's table, landscapes, ask and tell in 2 ms", STRATEGIES, home));
        for (String table : TABLES) {
            add(figures, new FrontRun(Bench.prepare(suite.named(table), out)).figures());
        }
        add(figures, new KilledRun(Bench.prepare(suite.named(TABLES.get(0)), out.resolve("killed"))).figure());
        add(figures, new DeadlineRun(suite.named(LARGEST), out.resolve("late")).figures());
        add(figures, search());
        return figures.stream().allMatch(Figure::ok);
    }

    private static void add(List<Figure> figures, Figure figure) {
        add(figures, List.of(figure));
    }

    private static void add(List<Figure> figures, List<Figure> more) {
        more.forEach(System.out::println);
        figures.addAll(more);
    }

    private Figure search() throws IOException, InterruptedException {
        Comparison comparison = SEARCH.comparison(data, home);
        System.out.printf(
                "%n%s%n%s%n",
                comparison.markdown(), ABLATIONS.comparison(data, home).markdown());
        return new Figure(
                        "the search against that of the foundation at 30 s",
                        "better",
                        comparison.verdict(OURS, FOUNDATION),
                        comparison.difference(OURS, FOUNDATION).verdict().equals("better"))
                .by(SEARCH.command());
    }
}
