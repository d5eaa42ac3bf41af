package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.WinTieLoss;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.report.RecordFile;
import io.automl4j.benchmarks.run.CellResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Issue "Benchmarks" is done when this shows no {@code MISSED}: this library, H2O AutoML and simple peers
 * have run on all public tables at 60 s, and {@code benchmarks/RESULTS.md} shows what came out. Cells are recorded in
 * {@code benchmarks/results/public-60s/rows.csv}; those that are not there are run now.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept02(Path data, Path home) {
    private static final String OURS = "ours@04";
    private static final String H2O = "h2o";
    private static final Recorded RECORD = new Recorded(
            "public-60s", List.of(OURS, H2O, "weka-rf", "smile-rf", "xgboost", "mlp-td-s", "prior", "ours@02"), 60, 1);
    /** What the project aims at, in wins against H2O. */
    private static final double AIM = 0.7;

    /**
     * Runs it.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public boolean run() throws IOException, InterruptedException {
        List<CellResult> results = RECORD.results(data, home);
        References references = References.read(home.resolve("benchmarks/reference.csv"));
        Comparison comparison = Comparison.of(results, references);
        int tables = comparison.tables().size();
        System.out.printf("%n%s%n", comparison.markdown());
        long cells = (long) tables * RECORD.frameworks().size();
        List<Figure> figures = List.of(
                Figure.atLeast(
                                "cells without a failure, of " + String.join(", ", RECORD.frameworks()),
                                cells,
                                succeeded(results),
                                cells)
                        .by(RECORD.command()),
                Figure.atLeast("tables with a fixed reference", tables, referred(comparison, references), tables)
                        .by(RECORD.command() + " --fix-references"),
                recorded(comparison).by(RECORD.command() + " --record benchmarks/RESULTS.md"));
        figures.forEach(System.out::println);
        System.out.println("\nThe aim of the project, which this issue measures and does not owe:");
        aims(comparison).forEach(figure -> System.out.println(figure.by(RECORD.command())));
        return figures.stream().allMatch(Figure::ok);
    }

    private static long referred(Comparison comparison, References references) {
        return comparison.tables().stream()
                .filter(table ->
                        references.loss(table, comparison.metric(table)).isPresent())
                .count();
    }

    private static long succeeded(List<CellResult> results) {
        return results.stream().filter(CellResult::succeeded).count();
    }

    private Figure recorded(Comparison comparison) throws IOException {
        String shown = new RecordFile(home.resolve("benchmarks/RESULTS.md")).block(RECORD.name());
        boolean same = shown.contains(comparison.markdown().strip());
        return new Figure("RESULTS.md shows this comparison", "yes", same ? "yes" : "no", same);
    }

    private static List<Figure> aims(Comparison comparison) {
        WinTieLoss wins = comparison.against(OURS, H2O);
        double rank = comparison.ranks().means()[comparison.frameworks().indexOf(OURS)];
        double best = comparison.ranks().means()[comparison.ranks().order().get(0)];
        return List.of(
                new Figure(
                        "wins against H2O AutoML at 60 s, ties counted half",
                        String.format(Locale.ROOT, "> %.2f", AIM),
                        String.format(Locale.ROOT, "%.2f", wins.rate().mean()),
                        wins.rate().mean() > AIM),
                new Figure(
                        "average rank at 60 s",
                        "the best",
                        String.format(Locale.ROOT, "%.2f (%.2f)", rank, best),
                        rank <= best));
    }
}
