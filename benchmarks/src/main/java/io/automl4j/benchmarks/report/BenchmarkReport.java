package io.automl4j.benchmarks.report;

import io.automl4j.benchmarks.measure.Ranks;
import io.automl4j.benchmarks.measure.WinTieLoss;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.report.Chart;
import io.automl4j.report.Chart.Axis;
import io.automl4j.report.Chart.Mark;
import io.automl4j.report.Chart.Point;
import io.automl4j.report.Chart.Scale;
import io.automl4j.report.Chart.Series;
import io.automl4j.report.Fragment;
import io.automl4j.report.Page;
import io.automl4j.report.Paragraph;
import io.automl4j.report.RankDiagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a page: ranks, the first framework against each other one, curves, losses and costs by table. */
public final class BenchmarkReport {
    private static final double LEAST_PROBABILITY = 1e-3;
    private static final String LOSSES = "Lower is better; means over folds and seeds. Bold: the best of a table. "
            + "×: a cell failed, and counts as the prior.";
    private static final String SECOND =
            "Accuracy of classes, R² of numbers; means over folds and seeds, higher is better. "
                    + "Empty: a cell failed.";
    private static final String COSTS = "!: somebody else kept more than half a processor busy, so times are doubtful. "
            + "×: the cell failed. Empty: not known.";

    private final Comparison comparison;
    private final List<CellResult> results;

    private BenchmarkReport(Comparison comparison, List<CellResult> results) {
        this.comparison = comparison;
        this.results = results;
    }

    /**
     * The page.
     *
     * @param title such as the suite and the budget
     * @param comparison the comparison
     * @param results the cells that were compared
     * @return a page of one file
     */
    public static Page page(String title, Comparison comparison, List<CellResult> results) {
        BenchmarkReport report = new BenchmarkReport(comparison, results);
        Page page = Page.titled(title).with("Average ranks", report.rankText(), report.ranks());
        String first = comparison.frameworks().get(0);
        for (String other :
                comparison.frameworks().subList(1, comparison.frameworks().size())) {
            page = page.with(
                    "%s against %s".formatted(first, other),
                    report.againstText(first, other),
                    report.scatter(first, other));
        }
        ResultTables tables = new ResultTables(comparison, results);
        return page.with("Against seconds", report.curves())
                .with("Losses", new Paragraph(LOSSES), tables.losses())
                .with("Accuracy and R²", new Paragraph(SECOND), tables.second())
                .with("Costs", new Paragraph(COSTS), tables.costs());
    }

    private Paragraph rankText() {
        Ranks ranks = comparison.ranks();
        if (ranks.names().size() < 2) {
            return new Paragraph("%d tables.".formatted(ranks.tables()));
        }
        return new Paragraph(String.format(
                Locale.ROOT,
                "%d tables; 1 is the best. Friedman's test of equal ranks: χ² = %.2f with %d degrees of freedom, p %s. "
                        + "Two ranks that differ by at least %.2f show a difference (Nemenyi, 0.05).",
                ranks.tables(),
                ranks.friedman(),
                ranks.names().size() - 1,
                probability(ranks.friedmanProbability()),
                ranks.criticalDifference()));
    }

    private Paragraph againstText(String first, String other) {
        WinTieLoss against = comparison.against(first, other);
        return new Paragraph(
                "Wins, ties, losses of %s: %s; %s.".formatted(first, against, comparison.verdict(first, other)));
    }

    private static String probability(double probability) {
        return probability < LEAST_PROBABILITY
                ? "< " + LEAST_PROBABILITY
                : String.format(Locale.ROOT, "= %.3f", probability);
    }

    private RankDiagram ranks() {
        Ranks ranks = comparison.ranks();
        List<RankDiagram.Entry> entries = ranks.order().stream()
                .map(i -> new RankDiagram.Entry(ranks.names().get(i), ranks.means()[i]))
                .toList();
        return new RankDiagram(entries, ranks.criticalDifference());
    }

    /** Losses as shares of the prior's, so that tables share a scale; below the diagonal the first one is better. */
    private Chart scatter(String first, String other) {
        List<Point> points = comparison.tables().stream()
                .map(table -> new Point(
                        comparison.loss(table, other) / comparison.prior(table),
                        comparison.loss(table, first) / comparison.prior(table),
                        table))
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
        // over the largest of both, so that both axes have the same range
        double most = points.stream()
                .mapToDouble(point -> Math.max(point.x(), point.y()))
                .max()
                .orElse(1);
        List<Point> diagonal = List.of(new Point(0, 0, "equal"), new Point(most, most, "equal"));
        return new Chart(
                "Loss as a share of the prior's; below the line %s is better".formatted(first),
                new Axis(other, Scale.LINEAR),
                new Axis(first, Scale.LINEAR),
                List.of(new Series("tables", Mark.DOTS, points), new Series("equal", Mark.DASHES, diagonal)));
    }

    private Fragment curves() {
        List<Series> series = new ArrayList<>();
        GainCurves.of(results, comparison.references()).forEach((framework, curve) -> {
            List<Point> points = curve.stream()
                    .map(point -> new Point(point.seconds(), point.gain(), framework))
                    .toList();
            series.add(new Series(framework, Mark.LINE, points));
        });
        if (series.isEmpty()) {
            return new Paragraph("No framework tells of its course.");
        }
        return new Chart(
                "Best model so far in validation, 0 being the prior and 1 the reference, mean over tables",
                new Axis("seconds", Scale.LOGARITHMIC),
                new Axis("normalised validation score", Scale.LINEAR),
                series);
    }
}
