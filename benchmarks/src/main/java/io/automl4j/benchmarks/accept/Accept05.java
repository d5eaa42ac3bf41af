package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.run.Program;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.meta.Experience;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.PortfolioReport;
import io.automl4j.meta.Sketch;
import io.automl4j.tabular.KnowledgeBuild;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Issue "Meta-learning" is done when this shows no {@code MISSED}: what the knowledge base says of itself, and what it is worth on
 * tables that it does not know.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept05(Path data, Path home) {
    private static final String OURS = "ours";
    private static final String WITHOUT = "ours-without-warm-start";
    /** Which begins with one configuration of each learner; told beside what is owed. */
    private static final String COLD = "ours-without-starts";

    private static final List<Recorded> COMPARISONS = List.of(
            new Recorded("warm-start-30s", List.of(OURS, WITHOUT, COLD), 30, 2),
            new Recorded("warm-start-60s", List.of(OURS, WITHOUT, COLD), 60, 2));
    private static final String FIRST_MODEL = "benchmarks/results/first-model-60s.csv";
    private static final int LEAST_TABLES = 60;
    private static final int LEAST_CONFIGURATIONS = 100;
    private static final int LEAST_POINTS = 60;
    private static final int PORTFOLIO = 8;
    private static final List<Integer> DRAWS = List.of(25, 50);
    private static final double MILLIS = 300;
    private static final int JVMS = 9;
    private static final double SECONDS = 1;

    /**
     * Runs it, a few minutes where the comparisons are recorded.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public boolean run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path knowledge = home.resolve("meta-learning/kb");
        List<Experience> known = KnowledgeBase.read(knowledge, problem -> {
                    throw problem;
                })
                .experiences();
        List<SuiteTable> tables = Suite.folder(data, "public").tables();
        add(figures, enough(known));
        add(figures, unknown(known, tables));
        for (Figure figure : regrets(knowledge)) {
            add(figures, figure);
        }
        add(figures, time(tables.get(0)));
        add(figures, metaFeatures());
        add(
                figures,
                new FirstModelRun(
                                data, tables, Files.createTempDirectory("automl-accept-05"), home.resolve(FIRST_MODEL))
                        .figure()
                        .by("benchmarks/accept 05 DATA, into " + FIRST_MODEL));
        for (Recorded recorded : COMPARISONS) {
            Comparison comparison = recorded.comparison(data, home);
            System.out.printf("%n%s%n", comparison.markdown());
            add(figures, against(WITHOUT, "without warm start", comparison, recorded));
            add(figures, against(COLD, "that begins with one configuration of each learner", comparison, recorded));
        }
        return figures.stream().allMatch(Figure::ok);
    }

    private static void add(List<Figure> figures, Figure figure) {
        System.out.println(figure);
        figures.add(figure);
    }

    private static Figure enough(List<Experience> tables) {
        long enough = tables.stream()
                .filter(table -> table.attempts().stream()
                                .filter(attempt -> !attempt.learner().equals("prior") && !attempt.hasFailed())
                                .count()
                        >= LEAST_CONFIGURATIONS)
                .count();
        return Figure.atLeast("tables with 100 configurations", LEAST_TABLES, enough, tables.size());
    }

    /** No table on which the library is judged may be one that it knows. */
    private static Figure unknown(List<Experience> known, List<SuiteTable> tables) {
        String met = tables.stream()
                .filter(table -> {
                    Sketch sketch = Sketch.of(Tables.read(table.file()));
                    return known.stream().anyMatch(other -> other.sketch().isSimilarTo(sketch));
                })
                .map(SuiteTable::name)
                .collect(Collectors.joining(","));
        return new Figure(
                "public tables that the knowledge base knows", "none", met.isEmpty() ? "none" : met, met.isEmpty());
    }

    private static List<Figure> regrets(Path knowledge) {
        PortfolioReport report = KnowledgeBuild.report(Optional.of(knowledge), List.of(), problem -> {
            throw problem;
        });
        double portfolio = report.portfolio()[PORTFOLIO - 1];
        List<Figure> figures = new ArrayList<>();
        long enough = Arrays.stream(report.points())
                .filter(points -> points >= LEAST_POINTS)
                .count();
        figures.add(Figure.atLeast("tables with 60 Sobol points", LEAST_TABLES, enough, report.tables()));
        for (int draws : DRAWS) {
            double random = report.random()[draws - 1];
            boolean owed = draws == DRAWS.get(0);
            figures.add(new Figure(
                    "regret of the portfolio of %d, against the best of %d random draws".formatted(PORTFOLIO, draws),
                    (owed ? "<= " : "beside ") + String.format(Locale.ROOT, "%.3f", random),
                    String.format(Locale.ROOT, "%.3f", portfolio),
                    !owed || portfolio <= random));
        }
        return figures;
    }

    /** The median of some JVMs. */
    private static Figure time(SuiteTable table) throws IOException, InterruptedException {
        double[] millis = new double[JVMS];
        for (int i = 0; i < JVMS; i++) {
            millis[i] = Program.number(WarmStartTime.class, List.of(table.file().toString()), Duration.ofMinutes(1));
        }
        Arrays.sort(millis);
        return Figure.atMost("loading the knowledge base, and a warm start", MILLIS, millis[JVMS / 2], "ms");
    }

    private static Figure metaFeatures() throws IOException, InterruptedException {
        return Figure.atMost(
                "meta-features of 100,000 rows and 100 columns, in a new JVM",
                SECONDS,
                Program.number(MetaFeatureTime.class, List.of(), Duration.ofMinutes(2)),
                "s");
    }

    /** Against the hand-set starts it is owed; against none of them it is told. */
    private static Figure against(String other, String words, Comparison comparison, Recorded recorded) {
        boolean owed = other.equals(WITHOUT);
        return new Figure(
                        "the search against that %s, at %d s".formatted(words, recorded.budget()),
                        owed ? "better" : "beside",
                        comparison.verdict(OURS, other),
                        !owed || comparison.difference(OURS, other).verdict().equals("better"))
                .by(recorded.command());
    }
}
